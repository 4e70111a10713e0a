package imr.letter;

import imr.avro.Determination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The letters under src/test/resources/letters. */
final class Fixtures {

    private Fixtures() {}

    static List<Path> letters() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return text(folder().resolve(name + ".txt"));
    }

    static String text(Path file) {
        return LetterText.decode(bytes(file));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Determination read(String text) {
        ParseResult result = LetterParser.parse(text, LetterOrigin.UNKNOWN);
        if (result instanceof ParseResult.Parsed parsed) {
            return parsed.determination();
        }
        throw new AssertionError("rejected: " + result);
    }

    private static Path folder() {
        URI folder = URI.create(Fixtures.class.getResource("/letters").toString());
        return Path.of(folder);
    }
}
