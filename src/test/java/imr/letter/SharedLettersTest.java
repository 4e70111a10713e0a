package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real letters against labels made by hand: precision and recall by field, printed as a table. The letters are no part
 * of the project; the system property {@code imr.shared} says where they are.
 */
@Tag("shared")
class SharedLettersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path LETTERS =
            Path.of(System.getProperty("imr.shared", "../shared")).resolve("letters");

    private static final List<String> HEADER = List.of(
            "caseNumber",
            "dateAssigned",
            "dateOfInjury",
            "decisionDate",
            "urDenialDate",
            "priority",
            "applicationReceived");

    private static final List<String> ITEM =
            List.of("treatment", "requestInDispute", "decision", "claimsAdministratorGuideline", "reviewerGuideline");

    @BeforeAll
    static void lettersAreThere() {
        assertThat(LETTERS.resolve("real/gold.jsonl")).exists();
        assertThat(LETTERS.resolve("seeds")).isDirectory();
    }

    @Test
    void lettersInColumnLayout() throws IOException {
        Scores scores = new Scores();
        for (JsonNode gold : goldOfRealLetters()) {
            JsonNode read = read("real/layout/" + gold.get("caseNumber").asText() + ".txt");
            compareHeader(gold, read, scores);
            compareReviewerAndWorker(gold, read, scores);
            compareItems(gold, read, scores);
        }
        scores.print("real letters, column layout");
        scores.assertPerfect();
    }

    @ParameterizedTest
    @EnumSource
    void lettersFromAnyExtractor(Extractor extractor) throws IOException {
        Scores scores = new Scores();
        for (JsonNode gold : goldOfRealLetters()) {
            String number = gold.get("caseNumber").asText();
            String columns = text("real/layout/" + number + ".txt");
            String text = extractor.print(columns, new Random(number.hashCode()));
            JsonNode read = DeterminationJson.of(LetterParser.parse(text, LetterOrigin.UNKNOWN));
            compareHeader(gold, read, scores);
            compareReviewerAndWorker(gold, read, scores);
            compareItems(gold, read, scores);
        }
        scores.print("real letters, " + extractor);
        scores.assertPerfect();
    }

    @Test
    void lettersInParagraphLayout() throws IOException {
        Scores scores = new Scores();
        for (JsonNode gold : goldOfRealLetters()) {
            JsonNode read = read("real/paragraphs/" + gold.get("caseNumber").asText() + ".txt");
            compareReviewerAndWorker(gold, read, scores);
            compareItems(gold, read, scores);
        }
        scores.print("real letters, paragraphs (case header cut off)");
        scores.assertPerfect();
    }

    @Test
    void seeds() throws IOException {
        Scores scores = new Scores();
        for (Path file : seedLabels()) {
            JsonNode gold = JSON.readTree(file.toFile());
            JsonNode read = read("seeds/" + file.getFileName().toString().replace(".json", ".txt"));
            scores.compare("licensureStates", gold.get("reviewer").get("licensureStates"), read.get("licensureStates"));
            scores.compare("specialties", gold.get("reviewer").get("specialties"), read.get("specialties"));
            scores.compare("age", gold.get("patient").get("age"), read.get("age"));
            scores.compare("sex", gold.get("patient").get("sex"), read.get("sex"));
            scores.compare("dateOfInjury", gold.get("injuryDate"), read.get("dateOfInjury"));
            compareItems(gold, read, scores);
        }
        scores.print("seeds");
        scores.assertPerfect();
    }

    private static void compareHeader(JsonNode gold, JsonNode read, Scores scores) {
        HEADER.forEach(field -> scores.compare(field, gold.get(field), read.get(field)));
    }

    private static void compareReviewerAndWorker(JsonNode gold, JsonNode read, Scores scores) {
        for (String field : List.of("licensureStates", "specialties", "age", "sex")) {
            scores.compare(field, gold.get(field), read.get(field));
        }
    }

    private static void compareItems(JsonNode gold, JsonNode read, Scores scores) {
        JsonNode items = gold.get("items");
        JsonNode found = read.path("items");
        for (int i = 0; i < Math.max(items.size(), found.size()); i++) {
            JsonNode expected = items.path(i);
            JsonNode actual = found.path(i);
            for (String field : ITEM) {
                if (field.equals("requestInDispute") && !expected.has(field)) {
                    continue;
                }
                scores.compare(field, expected.path(field), actual.path(field));
            }
            compareRationale(expected, actual, scores);
            if (expected.has("reviewerCitations")) {
                compareCitations(expected, actual, scores);
            }
        }
    }

    private static void compareRationale(JsonNode expected, JsonNode actual, Scores scores) {
        if (expected.has("rationale")) {
            scores.compare("rationale", expected.get("rationale"), actual.path("rationale"));
            return;
        }
        String text = dense(actual.path("rationale").asText());
        boolean right = text.startsWith(dense(expected.path("rationaleFirst40").asText()))
                && text.endsWith(dense(expected.path("rationaleLast40").asText()));
        scores.count("rationale", true, actual.hasNonNull("rationale"), right);
    }

    /** The seeds' labels name a chapter and one topic; a statement that the schedule wasn't used is a flag there. */
    private static void compareCitations(JsonNode expected, JsonNode actual, Scores scores) {
        for (String field : List.of("claimsAdministratorCitations", "reviewerCitations")) {
            StringBuilder gold = new StringBuilder();
            for (JsonNode citation : expected.get(field)) {
                boolean schedule = citation.get("source").asText().equals("MTUS");
                gold.append(
                                schedule
                                        ? "MTUS "
                                                + citation.get("guidelineAsPrinted")
                                                        .asText()
                                        : "NON_MTUS")
                        .append(
                                schedule && citation.hasNonNull("topic")
                                        ? citation.get("topic").asText()
                                        : "")
                        .append(citation.get("pages"));
            }
            StringBuilder read = new StringBuilder();
            for (JsonNode citation : actual.path(field)) {
                boolean schedule = citation.get("source").asText().equals("MTUS");
                if (!citation.get("source").asText().equals("OUTSIDE_MTUS")) {
                    read.append(citation.get("source").asText())
                            .append(schedule ? " " + citation.get("chapter").asText() : "")
                            .append(citation.get("sections").path(0).asText())
                            .append(citation.get("pages"));
                }
            }
            scores.count(field, true, !read.isEmpty(), dense(gold.toString()).equals(dense(read.toString())));
        }
    }

    private static List<JsonNode> goldOfRealLetters() throws IOException {
        try (Stream<String> lines = Files.lines(LETTERS.resolve("real/gold.jsonl"))) {
            return lines.filter(line -> !line.isBlank())
                    .map(SharedLettersTest::json)
                    .toList();
        }
    }

    private static List<Path> seedLabels() throws IOException {
        try (Stream<Path> files = Files.list(LETTERS.resolve("seeds"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String file) throws IOException {
        return DeterminationJson.of(LetterParser.parse(text(file), LetterOrigin.UNKNOWN));
    }

    private static String text(String file) throws IOException {
        return LetterText.decode(Files.readAllBytes(LETTERS.resolve(file)));
    }

    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** Counts by field: in the labels, read, and read right. White space and case of the sex don't count. */
    private static final class Scores {

        private final Map<String, int[]> counts = new TreeMap<>();

        void compare(String field, JsonNode gold, JsonNode read) {
            boolean labelled = !isAbsent(gold);
            boolean found = !isAbsent(read);
            count(
                    field,
                    labelled,
                    found,
                    labelled && found && value(field, gold).equals(value(field, read)));
        }

        void count(String field, boolean labelled, boolean found, boolean right) {
            int[] count = counts.computeIfAbsent(field, any -> new int[3]);
            count[0] += labelled ? 1 : 0;
            count[1] += found ? 1 : 0;
            count[2] += right ? 1 : 0;
        }

        private static boolean isAbsent(JsonNode node) {
            return node.isNull() || node.isMissingNode();
        }

        private static String value(String field, JsonNode node) {
            String value = dense(node.isValueNode() ? node.asText() : node.toString());
            return field.equals("sex") ? value.toUpperCase(Locale.ROOT) : value;
        }

        void print(String title) {
            System.out.printf(
                    Locale.ROOT,
                    "%n%s%n%-30s %8s %8s %8s %10s %8s%n",
                    title,
                    "field",
                    "labels",
                    "read",
                    "right",
                    "precision",
                    "recall");
            counts.forEach((field, count) -> System.out.printf(
                    Locale.ROOT,
                    "%-30s %8d %8d %8d %10.3f %8.3f%n",
                    field,
                    count[0],
                    count[1],
                    count[2],
                    ratio(count[2], count[1]),
                    ratio(count[2], count[0])));
        }

        private static double ratio(int part, int whole) {
            return whole == 0 ? 1 : (double) part / whole;
        }

        /** Everything in these letters is read right, so any miss is a change for the worse. */
        void assertPerfect() {
            assertThat(counts.get("decision")[0]).isPositive();
            assertThat(counts).allSatisfy((field, count) -> {
                assertThat(count[2]).as("right of labelled: %s", field).isEqualTo(count[0]);
                assertThat(count[1]).as("read of labelled: %s", field).isEqualTo(count[0]);
            });
        }
    }
}
