package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.CitationSpans;
import imr.avro.DetailSpans;
import imr.avro.DisputedItem;
import imr.avro.ItemSpans;
import imr.avro.Letter;
import imr.avro.LetterFormat;
import imr.avro.LetterSpans;
import imr.avro.RequestDetails;
import imr.avro.Span;
import imr.dev.letters.LetterGenerator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the letter where a span says, is what was read; white space and pages' footers aside. */
class LetterSpanTest {

    private static final Pattern FOOTER = Pattern.compile("Final\\s+Determination\\s+Letter\\s+for\\s+IMR\\s+Case\\s+"
            + "Number\\s+\\S+(\\s+\\d{1,3}(?=\\s|$))?|(?m)^\\s*Page \\d+ of \\d+\\s*$|(?m)^[ \\t]*\\d{1,3}\\s*?\\n\\f");
    private static final Pattern SPACE = Pattern.compile("[\\s\u00A0]+");

    @Test
    void fixtures() {
        Fixtures.letters().forEach(file -> spansAreWhatWasRead(Fixtures.text(file)));
    }

    @Test
    void generatedLetters() {
        generated(500).forEach(LetterSpanTest::spansAreWhatWasRead);
    }

    @Test
    void generatedLettersWithFootersAnywhere() {
        Random random = new Random(4);
        generated(200)
                .map(text -> text.replace(
                        "\f",
                        "\n\nFinal Determination Letter for IMR Case Number CM16-0000000   " + (1 + random.nextInt(30))
                                + "\n\f"))
                .forEach(LetterSpanTest::spansAreWhatWasRead);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void everyFieldOfGeneratedLettersIsWhatStandsAtItsSpan(LetterFormat format) {
        LetterGenerator generator = new LetterGenerator(18, List.of(format));
        for (int i = 0; i < 600; i++) {
            String text = LetterText.decode(generator.letter(i).text());
            List<DisputedItem> items = Fixtures.read(text).getItems();

            assertThat(items.get(0).getLetter().getFormat()).isEqualTo(format);
            new PrintedFields(text).hold(items);
        }
    }

    @Test
    void everyFieldOfFixturesIsWhatStandsAtItsSpan() {
        Fixtures.letters().forEach(file -> {
            String text = Fixtures.text(file);
            new PrintedFields(text).hold(Fixtures.read(text).getItems());
        });
    }

    @Test
    void everyDetailOfARequestIsWhatStandsAtItsSpan() {
        RequestDetailsReaderTest.labels().forEach(label -> {
            String text =
                    ("IMR ISSUES, DECISIONS AND RATIONALES\n\n%s: Upheld\n\nClaims Administrator guideline: MTUS.\n\n"
                                    + "MAXIMUS guideline: MTUS.\n\nDecision rationale: None.")
                            .formatted(label);
            new PrintedFields(text).hold(Fixtures.read(text).getItems());
        });
    }

    @Test
    void everyFieldHasASpan() {
        assertThat(fields(LetterSpans.getClassSchema()))
                .containsExactlyElementsOf(fields(Letter.getClassSchema(), "format", "claimsAdministrator", "spans"));
        assertThat(fields(ItemSpans.getClassSchema()))
                .containsExactlyElementsOf(fields(
                        DisputedItem.getClassSchema(),
                        "letterId",
                        "position",
                        "letter",
                        "claimsAdministratorCitations",
                        "reviewerCitations",
                        "span",
                        "classification",
                        "spans",
                        "referenceVersion"));
        assertThat(fields(DetailSpans.getClassSchema()))
                .containsExactlyElementsOf(fields(RequestDetails.getClassSchema(), "bodyPart"));
        assertThat(fields(CitationSpans.getClassSchema()))
                .containsExactlyElementsOf(
                        fields(Citation.getClassSchema(), "source", "text", "span", "resolution", "body", "spans"));
    }

    private static List<String> fields(Schema schema, String... except) {
        return schema.getFields().stream()
                .map(Schema.Field::name)
                .filter(name -> !List.of(except).contains(name))
                .toList();
    }

    private static Stream<String> generated(int count) {
        LetterGenerator generator = new LetterGenerator(17);
        return IntStream.range(0, count)
                .mapToObj(i -> LetterText.decode(generator.letter(i).text()));
    }

    private static void spansAreWhatWasRead(String text) {
        for (DisputedItem item : Fixtures.read(text).getItems()) {
            String printed = printed(text, item.getSpan());
            // Letters of 2013 may give all rationales behind all decisions; a rationale has a span of its own as well.
            boolean isApart = item.getLetter().getFormat() == LetterFormat.V1;
            assertThat(printed)
                    .containsSubsequence(Stream.of(
                                    item.getTreatment(),
                                    item.getClaimsAdministratorGuideline(),
                                    item.getReviewerGuideline(),
                                    isApart ? null : item.getRationale())
                            .filter(Objects::nonNull)
                            .map(LetterSpanTest::dense)
                            .toList());
            if (item.getRationale() != null && isLabelled(item.getLetter().getFormat())) {
                assertThat(printed).startsWith(dense(item.getTreatment())).endsWith(dense(item.getRationale()));
            }
            citationsAreWhatWasRead(
                    text, item.getClaimsAdministratorCitations(), item.getClaimsAdministratorGuideline());
            citationsAreWhatWasRead(text, item.getReviewerCitations(), item.getReviewerGuideline());
        }
    }

    private static void citationsAreWhatWasRead(String text, List<Citation> citations, String line) {
        assertThat(citations.isEmpty()).isEqualTo(line == null);
        for (Citation citation : citations) {
            assertThat(printed(text, citation.getSpan())).isEqualTo(dense(citation.getText()));
            assertThat(line).contains(citation.getText());
        }
    }

    /** Older formats say in a sentence what others have in labels, with words of their own before and behind. */
    private static boolean isLabelled(LetterFormat format) {
        return format != LetterFormat.V1 && format != LetterFormat.V2;
    }

    private static String printed(String text, Span span) {
        return dense(
                FOOTER.matcher(text.substring(span.getStart(), span.getEnd())).replaceAll(" "));
    }

    private static String dense(String text) {
        return SPACE.matcher(text).replaceAll("");
    }
}
