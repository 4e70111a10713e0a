package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Decision;
import imr.avro.DisputedItem;
import imr.avro.LetterFormat;
import imr.avro.LetterWarning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemScannerTest {

    private static final String FIRST = """
            IMR ISSUES, DECISIONS AND RATIONALES
            The Final Determination was based on decisions for the disputed items/services set forth below:

            Cane: Upheld

            Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

            MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

            Decision rationale: He walks well. A cane is not needed.
            """;

    private static final String FIELDS = """

            Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

            MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

            Decision rationale: Yes.
            """;

    private static DisputedItem second(String text) {
        List<DisputedItem> items = Fixtures.read(text).getItems();
        assertThat(items).hasSize(2);
        assertThat(items.get(0).getRationale()).isEqualTo("He walks well. A cane is not needed.");
        return items.get(1);
    }

    @Test
    void labelMayHoldColonsAndDates() {
        DisputedItem item = second(
                FIRST + "\nAssociated surgical service: Pre-op labs: CBC (DOS: 11/11/2016): Overturned\n" + FIELDS);

        assertThat(item.getTreatment()).isEqualTo("Associated surgical service: Pre-op labs: CBC (DOS: 11/11/2016)");
        assertThat(item.getDecision()).isEqualTo(Decision.OVERTURNED);
        assertThat(item.getRequestInDispute()).isEqualTo(item.getTreatment());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2022 ", "\u25AA   ", "\uF0B7 "})
    void bulletIsNotOfTheLabel(String bullet) {
        assertThat(second(FIRST + "\n" + bullet + "Brace for the knee: Upheld\n" + FIELDS)
                        .getTreatment())
                .isEqualTo("Brace for the knee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Brace for the knee", "2 braces, p.o. Box"})
    void lineEndsMayBeLostAltogether(String label) {
        String glued = (FIRST + label + ": Upheld\n" + FIELDS).replaceAll("\\s*\n\\s*", "");

        assertThat(second(glued).getTreatment()).isEqualTo(label);
    }

    @Test
    void labelMayRunOverSixLines() {
        String line =
                "Retrospective compound cream: 10% lidocaine (gel base), 0.5 #30, a thin layer 3 times a day, knee";
        String label = String.join("\n", List.of(line, line, line, line, line, line.substring(0, 59)));

        assertThat(label.length()).isGreaterThan(500);
        assertThat(second(FIRST + "\n" + label + ":\nOverturned\n" + FIELDS).getTreatment())
                .isEqualTo(label.replace('\n', ' '));
    }

    @Test
    void labelGoesOnBehindCommaAndPageEnd() {
        String whole =
                "Braces, 5, was the original request. Braces, 3, were authorized by the Claims Administrator. The"
                        + " remaining IMR eligible portion of the original request,";

        DisputedItem item = second(FIRST + "\n" + whole + "\n\n\n\nBraces, 2, is: Upheld\n" + FIELDS);

        assertThat(item.getTreatment()).isEqualTo(whole + " Braces, 2, is");
        assertThat(item.getRequestInDispute()).isEqualTo("Braces, 2");
    }

    @Test
    void decisionMayStandAloneOrBeforeItsFields() {
        assertThat(second(FIRST + "\nBrace for the knee:\nUpheld\n" + FIELDS).getTreatment())
                .isEqualTo("Brace for the knee");
        assertThat(second(FIRST + "\nBrace for the knee: Upheld " + FIELDS.strip())
                        .getTreatment())
                .isEqualTo("Brace for the knee");
    }

    @Test
    void pageMayBreakBeforeTheLabelOrWithinIt() {
        assertThat(second(FIRST + "\fBrace for the knee: Upheld\n" + FIELDS).getTreatment())
                .isEqualTo("Brace for the knee");
        assertThat(second(FIRST + "\nBrace for\n\fKnee: Upheld\n" + FIELDS).getTreatment())
                .isEqualTo("Brace for Knee");
        assertThat(second(FIRST + "\nBrace for\n\n\n\nthe knee: Upheld\n" + FIELDS)
                        .getTreatment())
                .isEqualTo("Brace for the knee");
    }

    @Test
    void sentenceEndTellsWhereLayoutDoesNot() {
        String dense = FIRST.replace("\n\n", "\n");

        assertThat(second(dense + "Brace for\nthe knee: Upheld" + FIELDS.replace("\n\n", "\n"))
                        .getTreatment())
                .isEqualTo("Brace for the knee");
    }

    @Test
    void sentenceEndWithinALineIsTakenWithAWarning() {
        var determination = Fixtures.read((FIRST + "Brace for the knee: Upheld" + FIELDS).replace("\n", " "));

        assertThat(determination.getItems().get(1).getTreatment()).isEqualTo("Brace for the knee");
        assertThat(determination.getWarnings())
                .extracting(LetterWarning::getCode)
                .contains(WarningCode.LABEL_START_UNCERTAIN.name());
    }

    @Test
    void rationaleMaySpeakOfDecisionsAndLabels() {
        DisputedItem item = second(FIRST
                + "\nBrace: Upheld\n"
                + FIELDS.replace(
                        "Yes.", "\"Knee: upheld by a strap\" is what he wrote. The Claims Administrator agreed."));

        assertThat(item.getRationale()).endsWith("The Claims Administrator agreed.");
    }

    @Test
    void unknownPageHeaderBehindTheDecisionIsPassedOver() {
        var determination = Fixtures.read(FIRST + "\nBrace: Upheld\nSome Unknown Header: No 5\n" + FIELDS);

        assertThat(determination.getItems().get(1).getTreatment()).isEqualTo("Brace");
        assertThat(determination.getWarnings())
                .extracting(LetterWarning::getCode)
                .containsExactlyInAnyOrder(
                        WarningCode.TEXT_AFTER_DECISION.name(), WarningCode.CREDENTIALS_INCOMPLETE.name());
    }

    @Test
    void missingFieldsAreNullAndWarned() {
        var determination = Fixtures.read("Cane: Upheld\nMAXIMUS guideline: none such\n");

        DisputedItem item = determination.getItems().get(0);
        assertThat(item.getClaimsAdministratorGuideline()).isNull();
        assertThat(item.getRationale()).isNull();
        assertThat(determination.getWarnings())
                .extracting(LetterWarning::getCode)
                .contains(
                        WarningCode.ADMINISTRATOR_GUIDELINE_MISSING.name(),
                        WarningCode.RATIONALE_MISSING.name(),
                        WarningCode.CITATION_UNREAD.name());
    }

    @ParameterizedTest
    @CsvSource({
        "Brace for the knee: upheld, UPHELD",
        "Brace for the knee: UPHELD, UPHELD",
        "Brace for the knee is UPHELD, UPHELD",
        "Brace for the knee is UPHELD., UPHELD",
        "Brace for the knee - UPHOLD, UPHELD",
        "Brace for the knee \u2013 Upheld, UPHELD",
        "Brace for the knee: OVERTURN, OVERTURNED",
        "Brace for the knee is overturned, OVERTURNED",
        "Brace for the knee - Overturned, OVERTURNED"
    })
    void laterLettersHaveOtherWordsForTheDecision(String line, Decision decision) {
        DisputedItem item = second(FIRST + "\n" + line + "\n" + FIELDS);

        assertThat(item.getTreatment()).isEqualTo("Brace for the knee");
        assertThat(item.getDecision()).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "IMR Reviewer guideline, V4",
        "IMR Reviewer's guidelines, V4",
        "Expert Reviewer guideline, V4",
        "Reviewer\u2019s guideline, V4",
        "MAXIMUS Reviewer guideline, V4",
        "Maximus guideline, V3B"
    })
    void laterLettersHaveOtherLabelsForTheReviewersLine(String label, LetterFormat format) {
        DisputedItem item = second((FIRST + "\nBrace: Upheld\n" + FIELDS).replace("MAXIMUS guideline", label));

        assertThat(item.getClaimsAdministratorGuideline()).isEqualTo("Decision based on MTUS Knee Complaints 2004.");
        assertThat(item.getReviewerGuideline()).isEqualTo("Decision based on MTUS Knee Complaints 2004.");
        assertThat(item.getLetter().getFormat()).isEqualTo(format);
    }

    @Test
    void itemWithoutKnownDecisionIsLeftOutWithAWarning() {
        ParseResult result = LetterParser.parse(
                FIRST + "\nBrace: Modified\n" + FIELDS + "\nWalker: Upheld\n" + FIELDS, LetterOrigin.UNKNOWN);

        ParseResult.Parsed parsed = (ParseResult.Parsed) result;
        LetterWarning loss = new LetterWarning(WarningCode.ITEM_WITHOUT_DECISION.name(), 14, 1);
        assertThat(parsed.determination().getItems())
                .extracting(DisputedItem::getTreatment)
                .containsExactly("Cane", "Walker");
        assertThat(parsed.determination().getItems().get(0).getRationale()).endsWith("A cane is not needed.");
        assertThat(parsed.determination().getWarnings()).contains(loss);
        assertThat(parsed.firstLoss()).isEqualTo(loss);
    }

    @Test
    void reviewersLineBehindARationaleIsOfAnItemThatCannotBeRead() {
        ParseResult result = LetterParser.parse(
                FIRST + "\nBrace: Modified\n\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\n",
                LetterOrigin.UNKNOWN);

        ParseResult.Parsed parsed = (ParseResult.Parsed) result;
        assertThat(parsed.determination().getItems()).hasSize(1);
        assertThat(parsed.determination().getItems().get(0).getRationale()).endsWith("A cane is not needed.");
        assertThat(parsed.firstLoss()).isNotNull();
    }

    @Test
    void letterWithoutAnyReadableItemIsRejected() {
        ParseResult result = LetterParser.parse("Brace: Modified\n" + FIELDS, LetterOrigin.UNKNOWN);

        assertThat(result).isEqualTo(new ParseResult.Rejected(RejectionCode.ITEM_WITHOUT_DECISION, 3, 1));
    }

    @Test
    void decisionWithoutLabelRejectsTheLetter() {
        ParseResult result = LetterParser.parse("\n  : Upheld\n" + FIELDS, LetterOrigin.UNKNOWN);

        assertThat(result).isEqualTo(new ParseResult.Rejected(RejectionCode.ITEM_WITHOUT_LABEL, 2, 3));
    }
}
