package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import imr.avro.Citation;
import imr.avro.DisputedItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each letter {@code x.txt} among the fixtures gives what {@code x.expected.json} beside it says. */
class GoldenLettersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> letterGivesWhatIsExpected() {
        return Fixtures.letters().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> matchesExpectation(file)));
    }

    private static void matchesExpectation(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".txt", "");
        JsonNode expected =
                JSON.readTree(file.resolveSibling(name + ".expected.json").toFile());

        ParseResult result = LetterParser.parse(Fixtures.text(file), new LetterOrigin(name, null));

        assertThat(DeterminationJson.of(result).toPrettyString()).isEqualTo(expected.toPrettyString());
    }

    @TestFactory
    Stream<DynamicTest> spansCoverItemsAndCitations() {
        return Fixtures.letters().stream()
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), () -> spansFit(Fixtures.text(file))));
    }

    private static void spansFit(String text) {
        int behindLast = 0;
        for (DisputedItem item : Fixtures.read(text).getItems()) {
            String stretch =
                    text.substring(item.getSpan().getStart(), item.getSpan().getEnd());
            assertThat(item.getSpan().getStart()).isGreaterThanOrEqualTo(behindLast);
            assertThat(dense(stretch)).startsWith(dense(item.getTreatment().substring(0, 8)));
            assertThat(dense(stretch)).endsWith(dense(lastWords(item.getRationale())));
            behindLast = item.getSpan().getEnd();
            for (Citation citation : citations(item)) {
                String cited = text.substring(
                        citation.getSpan().getStart(), citation.getSpan().getEnd());
                assertThat(dense(withoutFurniture(cited))).isEqualTo(dense(citation.getText()));
            }
        }
    }

    private static String lastWords(String rationale) {
        return rationale.substring(rationale.length() - 10);
    }

    private static List<Citation> citations(DisputedItem item) {
        return Stream.concat(item.getClaimsAdministratorCitations().stream(), item.getReviewerCitations().stream())
                .toList();
    }

    private static String withoutFurniture(String text) {
        return text.replaceAll("Page \\d+ of \\d+", "");
    }

    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }
}
