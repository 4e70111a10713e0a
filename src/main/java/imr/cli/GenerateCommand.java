package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.dev.letters.GeneratedLetter;
import imr.dev.letters.LetterGenerator;
import imr.dev.letters.Manifest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code imr generate}: made-up letters with the truth of what they say. */
@Command(
        name = "generate",
        header = "Made-up letters, with the truth of what they say.",
        description = {
            "Writes made-up letters in all supported formats, and manifest.jsonl with what a reader should find in them.",
            "The same seed gives the same letters, byte for byte, whatever the count."
        },
        footer = {
            "  imr generate --count 1000 --seed 7 --dir /tmp/letters",
            "  imr generate --count 1000 --seed 7 --dir /tmp/letters && imr publish /tmp/letters"
        })
final class GenerateCommand implements Callable<Integer> {

    private static final String MANIFEST = "manifest.jsonl";

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--count", required = true, paramLabel = "N", description = "How many letters, from 1.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "A whole number that the letters depend on; 1 if left out.")
    private long seed;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "D",
            description = "Folder to write to; it must be empty or not there yet.")
    private Path folder = Path.of("");

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count must be 1 or more, not " + count);
        }
        prepare();
        try (BufferedWriter manifest = Files.newBufferedWriter(folder.resolve(MANIFEST), UTF_8)) {
            LetterGenerator letters = new LetterGenerator(seed);
            for (long index = 0; index < count; index++) {
                GeneratedLetter letter = named(letters.letter(index));
                Files.write(folder.resolve(letter.fileName()), letter.text());
                manifest.write(Manifest.line(letter));
                manifest.write('\n');
            }
        } catch (IOException failed) {
            throw new CommandFailed(folder + " can't be written: " + failed.getMessage(), failed);
        }
        console.say("%,d letters and %s written to %s", count, MANIFEST, folder);
        return CommandLineProgram.DONE;
    }

    private void prepare() throws CommandFailed {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
                if (content.iterator().hasNext()) {
                    throw new CommandFailed(folder + " is not empty; name another folder for --dir");
                }
            }
        } catch (IOException failed) {
            throw new CommandFailed(folder + " can't be made: " + failed.getMessage(), failed);
        }
    }

    /** Named after its record key, so that reading or publishing the file gives the letter the id the manifest says. */
    private static GeneratedLetter named(GeneratedLetter letter) {
        return new GeneratedLetter(
                letter.key() + ".txt", letter.key(), letter.headers(), letter.text(), letter.truth());
    }
}
