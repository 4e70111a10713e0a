package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.avro.LetterFormat;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imr explain}: how a letter's text was read, or how a request or a citation was resolved. */
@Command(
        name = "explain",
        header = "How a letter was read, or what a request or a citation stands for, and why.",
        description = {
            "Of a letter in a file: its text with a bar under each field where it was found, and each warning at its place.",
            "Of a request or a citation: what was found in it, which rule decided, and what came of it; by the bundled tables,"
                    + " or by tables of your own.",
            "Colours are for terminals alone, and NO_COLOR switches them off."
        },
        footer = {
            "  imr explain CM16-0000001.txt",
            "  imr explain \"Percocet 10/325mg #100\"",
            "  imr explain --citation \"MTUS Chronic Pain Medical Treatment 2009, pg 128\"",
            "  imr explain --citation \"MTUS Low Back Complaints\" --decided 2015-03-31",
            "  imr explain --treatments own.csv \"Zorbivex 20mg\"",
            "  pdftotext -layout letter.pdf - | imr explain -"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--request", paramLabel = "TEXT", description = "A request in dispute. May be repeated.")
    private List<String> requests = List.of();

    @Option(
            names = "--citation",
            paramLabel = "TEXT",
            description = "A guideline line or what stands in it behind \"Decision based on\". May be repeated.")
    private List<String> citations = List.of();

    @Option(
            names = "--decided",
            paramLabel = "DATE",
            description = "Day of the decision, 2017-02-14: tells the edition where no year is printed.")
    private @Nullable LocalDate decided;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Format of the letter, V1 to V4: tells the edition where neither year nor day is printed.")
    private LetterFormat format = LetterFormat.UNKNOWN;

    @Mixin
    private ReferenceFiles files = new ReferenceFiles();

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH|TEXT",
            description =
                    "A letter's file, a folder (its *.txt files by name), or - for standard input; anything else is a"
                            + " request in dispute.")
    private List<String> arguments = List.of();

    @Spec
    private @Nullable CommandSpec verb;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (arguments.isEmpty() && requests.isEmpty() && citations.isEmpty() && verb != null) {
            throw new ParameterException(
                    verb.commandLine(), "name a letter's file, or give a --request or a --citation");
        }
        List<String> paths = new ArrayList<>();
        List<String> texts = new ArrayList<>(requests);
        for (String argument : arguments) {
            (isPath(argument) ? paths : texts).add(argument);
        }
        int exitCode = explain(paths, console);
        if (!texts.isEmpty() || !citations.isEmpty()) {
            new ExplainTexts(console, files.tables(), format, decided).print(texts, citations);
        }
        return exitCode;
    }

    /** A name without blanks and with an extension is a file even if it isn't there, so that a slip in it is told. */
    private static boolean isPath(String argument) {
        int point = argument.lastIndexOf('.');
        boolean named = argument.indexOf(' ') < 0
                && point > 0
                && point < argument.length() - 1
                && argument.substring(point + 1).chars().allMatch(Character::isLetter);
        return argument.equals("-") || named || exists(argument);
    }

    private static boolean exists(String argument) {
        try {
            return Files.exists(Path.of(argument));
        } catch (InvalidPathException text) {
            return false;
        }
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
