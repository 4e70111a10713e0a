package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.DisputedItem;
import imr.avro.LetterWarning;
import imr.dev.letters.LetterGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterEndTest {

    private static final String LETTER = """
            Case Number: CM16-0900555
            Date Assigned: 12/01/2016

            HOW THE IMR FINAL DETERMINATION WAS MADE

            The Expert Reviewer has the following credentials:
            State(s) of Licensure: Ohio
            Certification(s)/Specialty: Family Practice

            CLINICAL CASE SUMMARY

            The worker is a 40 year old male who fell from a roof.

            IMR ISSUES, DECISIONS AND RATIONALES

            The Final Determination was based on decisions for the disputed items/services set forth below:

            Cane: Upheld

            Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

            MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

            Decision rationale: He walks well by now. The cane is not medically necessary.

            Brace: Overturned

            Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

            MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

            Decision rationale: The knee gives way on stairs, as was seen twice at the clinic. A brace holds it in place \
            and was of help before. The brace is medically necessary.
            """;

    private static ParseResult upTo(String words) {
        int at = LETTER.lastIndexOf(words);
        assertThat(at).as(words).isPositive();
        return parse(LETTER.substring(0, at + words.length()));
    }

    private static ParseResult parse(String letter) {
        return LetterParser.parse(
                letter.getBytes(StandardCharsets.UTF_8), LetterOrigin.UNKNOWN, LetterParser.DEFAULT_MAX_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date Assigned: 12/0",
                "HOW THE IMR FINAL DETERMINATION WAS MADE",
                "Licensure: Oh",
                "CLINICAL CASE SUMMARY",
                "fell from a roof.",
                "IMR ISS",
                "The Final Determination was ba",
                "Cane",
                "Cane: Uph",
                "Cane: Upheld"
            })
    void letterThatEndsBeforeItsFirstItemDoesIsTruncated(String words) {
        assertThat(upTo(words)).isEqualTo(new ParseResult.Rejected(RejectionCode.TRUNCATED, 1, 1));
    }

    @Test
    void sectionWithoutItemIsNoTruncation() {
        assertThat(upTo("set forth below:")).isEqualTo(new ParseResult.Rejected(RejectionCode.NO_ITEMS, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Claims Administrator guideline: Decision based on MTUS Kn",
                "MAXIMUS guideline: Decision ba",
                "Decision rationale:",
                "Decision rationale: The knee gives way on stairs, as was seen tw",
                "Decision rationale: The knee gives way on stairs,",
                "Decision rationale: The",
                "A brace holds it in place and w",
                "The brace is medically",
                "The brace is medically necess"
            })
    void itemThatEndsTooSoonIsKeptAndToldOf(String words) {
        ParseResult.Parsed parsed = (ParseResult.Parsed) upTo(words);

        assertThat(parsed.determination().getItems())
                .extracting(DisputedItem::getTreatment)
                .containsExactly("Cane", "Brace");
        assertThat(parsed.determination().getWarnings())
                .extracting(LetterWarning::getCode)
                .contains(WarningCode.TRUNCATED.name());
        assertThat(parsed.firstLoss()).isNotNull();
    }

    @Test
    void labelOfAnItemThatIsNotDecidedAnyMoreIsToldOf() {
        ParseResult.Parsed parsed = (ParseResult.Parsed) upTo("Brace: Over");

        assertThat(parsed.determination().getItems()).hasSize(1);
        assertThat(parsed.firstLoss()).isNotNull();
    }

    @Test
    void endWithinACharacterIsToldOf() {
        byte[] letter =
                LETTER.replace("knee gives", "\u201Cknee\u201D gives").strip().getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(letter, letter.length + 2);
        cut[letter.length] = (byte) 0xE2;
        cut[letter.length + 1] = (byte) 0x80;

        var parsed = (ParseResult.Parsed) LetterParser.parse(cut, LetterOrigin.UNKNOWN, LetterParser.DEFAULT_MAX_BYTES);

        assertThat(parsed.determination().getItems().get(1).getRationale()).startsWith("The \u201Cknee\u201D gives");
        assertThat(parsed.firstLoss()).isNotNull();
        assertThat(((ParseResult.Parsed)
                                LetterParser.parse(letter, LetterOrigin.UNKNOWN, LetterParser.DEFAULT_MAX_BYTES))
                        .firstLoss())
                .isNull();
    }

    @Test
    void wholeLetterMayLackItsLastFullStop() {
        LetterGenerator generator = new LetterGenerator(18);
        List<String> texts = IntStream.range(0, 300)
                .mapToObj(i -> LetterText.decode(generator.letter(i).text()).stripTrailing())
                .filter(text -> text.endsWith("medically necessary."))
                .toList();

        assertThat(texts).hasSizeGreaterThan(20);
        for (String text : texts) {
            assertThat(losses(text.substring(0, text.length() - 1))).isEqualTo(losses(text));
        }
    }

    private static List<String> losses(String text) {
        return Fixtures.read(text).getWarnings().stream()
                .map(LetterWarning::getCode)
                .filter(code -> WarningCode.valueOf(code).isLoss())
                .toList();
    }

    /** What is told of generated letters cut anywhere: most often that they are cut, and never an item they don't have. */
    @Test
    void cuttingNeverMakesAnItem() {
        LetterGenerator generator = new LetterGenerator(17);
        Map<String, Integer> told = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            String text = LetterText.decode(generator.letter(i).text());
            List<DisputedItem> whole = Fixtures.read(text).getItems();
            for (int end = 120; end < text.stripTrailing().length(); end += 61) {
                ParseResult result = parse(text.substring(0, end));
                told.merge(what(result), 1, Integer::sum);
                if (result instanceof ParseResult.Parsed parsed) {
                    List<DisputedItem> items = parsed.determination().getItems();
                    assertThat(items).hasSizeLessThanOrEqualTo(whole.size());
                    for (int k = 0; k < items.size(); k++) {
                        assertThat(items.get(k).getTreatment())
                                .isEqualTo(whole.get(k).getTreatment());
                        assertThat(items.get(k).getDecision())
                                .isEqualTo(whole.get(k).getDecision());
                    }
                }
            }
        }
        System.out.println("Generated letters, cut: " + told);
        assertThat(told).doesNotContainKey(RejectionCode.NOT_ENGLISH.name());
    }

    private static String what(ParseResult result) {
        if (result instanceof ParseResult.Rejected rejected) {
            return rejected.code().name();
        }
        return ((ParseResult.Parsed) result).firstLoss() == null ? "read without a loss" : "read with a loss";
    }
}
