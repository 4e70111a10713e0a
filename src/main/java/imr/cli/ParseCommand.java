package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.cli.LetterReading.Outcome;
import imr.cli.LetterReading.Read;
import imr.cli.LetterReading.Refused;
import imr.cli.LetterReading.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr parse}: letters to JSON lines, offline. */
@Command(
        name = "parse",
        header = "Letters to JSON lines or a table, without Kafka.",
        description = {
            "Reads letters without Kafka and prints what they say, one JSON object a letter, in the order of the paths.",
            "A letter that can't be read gives an object with a code and a position, and exit code 0 all the same."
        },
        footer = {
            "  imr parse letters/ > letters.jsonl",
            "  imr parse --format table CM16-0000001.txt",
            "  imr parse --explain CM16-0000001.txt",
            "  pdftotext -layout letter.pdf - | imr parse -"
        })
final class ParseCommand implements Callable<Integer> {

    private final Console console;
    private int letters;
    private int items;
    private int rejected;
    private int unreadable;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            description = "jsonl (the default): one object a letter; table: what was read, for people.")
    private Format format = Format.JSONL;

    @Option(
            names = "--explain",
            description = "In place of that the letter's text, each field marked where it was found.")
    private boolean explain;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A file, a folder (its *.txt files by name), or - for standard input.")
    private List<String> paths = List.of();

    ParseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (explain) {
            return ExplainCommand.explain(paths, console);
        }
        List<LetterFile> files = LetterFile.under(paths);
        LetterReading reading = new LetterReading(console.in());
        InOrder.map(files.iterator(), file -> print(reading.read(file)), this::take);
        console.out().flush();
        console.say("%d letters read, %d items; %d letters rejected", letters, items, rejected);
        return unreadable == 0 ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    /** By the threads that read, since it takes about as long. */
    private Printed print(Outcome outcome) {
        if (outcome instanceof Read read) {
            return new Printed(
                    outcome,
                    format == Format.TABLE
                            ? LetterLines.of(read)
                            : LetterJson.parsed(read.source(), read.determination()) + "\n");
        }
        if (outcome instanceof Refused refused) {
            return new Printed(
                    outcome,
                    format == Format.TABLE
                            ? LetterLines.of(refused)
                            : LetterJson.rejected(refused.source(), refused.code(), refused.line(), refused.column())
                                    + "\n");
        }
        return new Printed(outcome, "");
    }

    private void take(Printed printed) throws IOException {
        if (printed.outcome() instanceof Read read) {
            letters++;
            items += read.determination().getItems().size();
        } else if (printed.outcome() instanceof Unreadable file) {
            unreadable++;
            console.say("imr parse: %s", file.problem());
        } else {
            rejected++;
        }
        write(printed.text());
    }

    private void write(String text) throws IOException {
        console.out().write(text.getBytes(UTF_8));
    }

    private enum Format {
        JSONL,
        TABLE
    }

    private record Printed(Outcome outcome, String text) {}
}
