package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.dev.letters.LetterGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scanners and the expressions of {@link RegexLetterParser} share no code, and find the same items. */
class DifferentialTest {

    private static final Path REAL =
            Path.of(System.getProperty("imr.shared", "../shared")).resolve("letters/real");

    @Test
    void bothReadGeneratedLettersAlike() {
        LetterGenerator generator = new LetterGenerator(2016);
        for (int i = 0; i < 2_000; i++) {
            String text = LetterText.decode(generator.letter(i).text());

            List<RegexLetterParser.Item> items = RegexLetterParser.parse(text);

            assertThat(items).as("letter %d", i).isNotEmpty();
            assertThat(items.equals(scanned(text)))
                    .as("letter %d is read alike", i)
                    .isTrue();
        }
    }

    @Test
    @Tag("shared")
    void bothReadRealLettersAlikeWhereBothUnderstandThem() throws IOException {
        int understood = 0;
        int letters = 0;
        for (String layout : List.of("layout", "paragraphs")) {
            try (Stream<Path> files = Files.list(REAL.resolve(layout))) {
                for (Path file : files.sorted().toList()) {
                    String text = LetterText.decode(Files.readAllBytes(file));
                    List<RegexLetterParser.Item> scanned = scanned(text);
                    List<RegexLetterParser.Item> items = RegexLetterParser.parse(text);
                    letters++;
                    if (items.size() == scanned.size()) {
                        understood++;
                        for (int i = 0; i < items.size(); i++) {
                            boolean same = dense(items.get(i)).equals(dense(scanned.get(i)));
                            assertThat(same)
                                    .as("%s, %s, item %d", layout, file.getFileName(), i + 1)
                                    .isTrue();
                        }
                    }
                }
            }
        }
        assertThat(understood).as("letters of %d that both understand", letters).isGreaterThan(letters / 2);
    }

    private static String dense(RegexLetterParser.Item item) {
        return item.toString().replaceAll("\\s", "");
    }

    private static List<RegexLetterParser.Item> scanned(String text) {
        ParseResult result = LetterParser.parse(text, LetterOrigin.UNKNOWN);
        return ((ParseResult.Parsed) result)
                .determination().getItems().stream()
                        .map(item -> new RegexLetterParser.Item(
                                item.getPosition(),
                                item.getTreatment(),
                                item.getDecision(),
                                item.getClaimsAdministratorGuideline(),
                                item.getReviewerGuideline(),
                                item.getRationale()))
                        .toList();
    }
}
