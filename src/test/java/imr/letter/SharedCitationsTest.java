package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.DisputedItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Citations of real letters against what a person read in them, in both layouts. The letters are no part of the project;
 * the system property {@code imr.shared} says where they are.
 */
@Tag("shared")
class SharedCitationsTest {

    private static final Path LETTERS =
            Path.of(System.getProperty("imr.shared", "../shared")).resolve("letters/real");

    private static final int COLUMNS = 8;

    /** One of the two guideline lines of an item. */
    private record Line(String caseNumber, int position, String party) {}

    private record Expected(String source, String chapter, String edition, List<String> sections, String pages) {}

    @TestFactory
    Stream<DynamicTest> citationsAreReadAsAPersonReadThem() {
        return gold().entrySet().stream()
                .flatMap(entry -> Stream.of("layout", "paragraphs")
                        .map(layout -> DynamicTest.dynamicTest(
                                entry.getKey() + " " + layout,
                                () -> assertThat(read(entry.getKey(), layout)).isEqualTo(entry.getValue()))));
    }

    @Test
    void goldHoldsBothLinesOfEachItem() {
        Map<Line, List<Expected>> gold = gold();

        assertThat(gold).hasSizeGreaterThanOrEqualTo(2 * 40);
        assertThat(gold.keySet().stream().filter(line -> line.party().equals("REVIEWER")))
                .hasSize(gold.size() / 2);
    }

    private static Map<Line, List<Expected>> gold() {
        Map<Line, List<Expected>> gold = new LinkedHashMap<>();
        for (String row : rows()) {
            String[] cell = row.split("\t", COLUMNS);
            gold.computeIfAbsent(new Line(cell[0], Integer.parseInt(cell[1]), cell[2]), any -> new ArrayList<>())
                    .add(new Expected(
                            cell[3], cell[4], cell[5], cell[6].isEmpty() ? List.of() : sections(cell[6]), cell[7]));
        }
        return gold;
    }

    private static List<String> sections(String cell) {
        return List.of(cell.split("\\|", -1));
    }

    private static List<String> rows() {
        try (InputStream table = SharedCitationsTest.class.getResourceAsStream("/citations/real-letters.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Expected> read(Line line, String layout) throws IOException {
        Path file = LETTERS.resolve(layout).resolve(line.caseNumber() + ".txt");
        DisputedItem item = Fixtures.read(LetterText.decode(Files.readAllBytes(file)))
                .getItems()
                .get(line.position() - 1);
        List<Citation> citations =
                line.party().equals("REVIEWER") ? item.getReviewerCitations() : item.getClaimsAdministratorCitations();
        return citations.stream().map(SharedCitationsTest::facts).toList();
    }

    private static Expected facts(Citation citation) {
        return new Expected(
                citation.getSource().name(),
                citation.getChapter() == null ? "" : citation.getChapter(),
                citation.getEdition() == null ? "" : citation.getEdition().toString(),
                citation.getSections(),
                citation.getPages().stream()
                        .map(page -> page.getFirst() == page.getLast()
                                ? "" + page.getFirst()
                                : page.getFirst() + "-" + page.getLast())
                        .collect(Collectors.joining(", ")));
    }
}
