package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole real letters are never held to be cut, foreign or binary; and what is told of them when they are cut indeed. */
@Tag("shared")
class SharedEndsTest {

    private static final Path LETTERS =
            Path.of(System.getProperty("imr.shared", "../shared")).resolve("letters");

    @Test
    void wholeLettersAreWhole() throws IOException {
        int withoutStop = 0;
        for (Path file : letters()) {
            byte[] letter = Files.readAllBytes(file);
            assertThat(what(LetterParser.parse(letter, LetterOrigin.UNKNOWN, LetterParser.DEFAULT_MAX_BYTES)))
                    .isEqualTo("read without a loss");
            String text = LetterText.decode(letter).stripTrailing();
            String less = what(LetterParser.parse(text.substring(0, text.length() - 1), LetterOrigin.UNKNOWN));
            withoutStop += less.equals("read without a loss") ? 0 : 1;
        }
        System.out.printf(
                "held to be cut if the last full stop were missing: %d of %d%n",
                withoutStop, letters().size());
    }

    @Test
    void lettersCutAnywhere() throws IOException {
        Map<String, Integer> told = new TreeMap<>();
        for (Path file : letters()) {
            String text = LetterText.decode(Files.readAllBytes(file)).stripTrailing();
            for (int end = 400; end < text.length(); end += 37) {
                String cut = text.substring(0, end);
                String what = what(LetterParser.parse(cut, LetterOrigin.UNKNOWN));
                boolean stop = cut.stripTrailing().endsWith(".");
                told.merge(what + (stop ? ", cut at a full stop" : ""), 1, Integer::sum);
            }
        }
        System.out.println("Real letters, cut: " + told);
    }

    private static String what(ParseResult result) {
        if (result instanceof ParseResult.Rejected rejected) {
            return rejected.code().name();
        }
        return ((ParseResult.Parsed) result).firstLoss() == null ? "read without a loss" : "read with a loss";
    }

    private static List<Path> letters() throws IOException {
        try (Stream<Path> files = Files.walk(LETTERS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
