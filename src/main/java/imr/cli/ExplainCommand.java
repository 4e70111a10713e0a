package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code imr explain}: a letter's text with each field marked where it was found. */
@Command(
        name = "explain",
        header = "A letter's text, each field marked where it was found.",
        description = {
            "Prints a letter's text with a bar under each field where it was found, and each warning at its place.",
            "Colours are for terminals alone, and NO_COLOR switches them off. The same as imr parse --explain."
        },
        footer = {
            "  imr explain CM16-0000001.txt",
            "  imr explain CM16-0000001.txt | less",
            "  pdftotext -layout letter.pdf - | imr explain -"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A file, a folder (its *.txt files by name), or - for standard input.")
    private List<String> paths = List.of();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return explain(paths, console);
    }

    /** Prints the letters that paths stand for, one after the other. */
    static int explain(List<String> paths, Console console) throws IOException, CommandFailed {
        Ink ink = Ink.ofProcess();
        int exitCode = CommandLineProgram.DONE;
        String apart = "";
        for (LetterFile file : LetterFile.under(paths)) {
            try {
                String text = LetterText.decode(file.read(console.in()));
                var result = LetterParser.parse(text, new LetterOrigin(file.name(), null));
                List<String> lines = ExplainedLetter.of(file.source(), text, result, ink);
                console.out().write((apart + String.join("\n", lines) + "\n").getBytes(UTF_8));
                apart = "\n";
            } catch (CommandFailed unreadable) {
                console.say("imr explain: %s", unreadable.getMessage());
                exitCode = CommandLineProgram.FAILED;
            }
        }
        return exitCode;
    }
}
