package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingVerdictTest {

    private static final String BEFORE = "Six visits were tried. They helped for a week, and no more came of it. ";

    private static boolean contradicts(Decision decision, String rationale) {
        FlatText flat = Flattener.flatten(rationale);
        return ClosingVerdict.contradiction(flat, new FoundItem.Range(0, flat.length), decision) >= 0;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Therefore, the request is medically necessary.",
                "The request IS medically necessary.",
                "MRI without contrast of the knee is medically necessary",
                "As such, the requested visits are considered medically necessary at this time.",
                "This treatment is thus deemed to be medically necessary and appropriate.",
                "The brace is in line with guidelines and is medically necessary.",
                "Medical necessity has been established.",
                "Dr. Lee is right that function improved, and the request is medically necessary.",
                "Consequently, the medical necessity of Norco 10/325 mg. #60 is supported by the record."
            })
    void saysThatItIsNecessary(String sentence) {
        assertThat(contradicts(Decision.UPHELD, BEFORE + sentence)).isTrue();
        assertThat(contradicts(Decision.OVERTURNED, BEFORE + sentence)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Therefore, the request is not medically necessary.",
                "The request is notmedically necessary and appropriate.",
                "The brace is considered not medically necessary.",
                "The brace cannot be considered medically necessary.",
                "The brace was determined to not be medically necessary.",
                "Since function has not improved, the visits aren\u2019t medically necessary.",
                "Accordingly, the visits are found to be medically unnecessary.",
                "Medical necessity of this request is not established.",
                "The medical necessity for further visits has not been shown.",
                "Medical necessity cannot be established."
            })
    void saysThatItIsNotNecessary(String sentence) {
        assertThat(contradicts(Decision.OVERTURNED, BEFORE + sentence)).isTrue();
        assertThat(contradicts(Decision.UPHELD, BEFORE + sentence)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The request would be medically necessary if function had improved.",
                "It may be medically necessary later on.",
                "The first six visits are medically necessary, but the rest are not.",
                "There is no sign that the brace is medically necessary.",
                "Neither the brace nor the cane is medically necessary.",
                "Weaning is required for care that is medically necessary.",
                "Opioids are medically necessary in patients with cancer.",
                "The physician believes that the brace is medically necessary.",
                "Documentation fails to show that the brace is medically necessary.",
                "Is the brace medically necessary?",
                "The brace is necessary.",
                "Medical necessity is a matter of the record.",
                "The brace is not needed.",
                ""
            })
    void saysNothingPlainly(String sentence) {
        assertThat(contradicts(Decision.UPHELD, BEFORE + sentence)).isFalse();
        assertThat(contradicts(Decision.OVERTURNED, BEFORE + sentence)).isFalse();
    }

    @Test
    void onlyTheLastSentenceCounts() {
        assertThat(contradicts(Decision.UPHELD, "The surgery is medically necessary. Its rental unit is not advised."))
                .isFalse();
        assertThat(contradicts(
                        Decision.OVERTURNED, "The denial held it not medically necessary. The record shows otherwise."))
                .isFalse();
    }

    @Test
    void sentenceThatNeverBeginsSaysNothing() {
        String endless = "the brace helps and ".repeat(60);

        assertThat(contradicts(Decision.UPHELD, BEFORE + endless + "is medically necessary."))
                .isFalse();
    }

    @Test
    void warnsAndLeavesTheDecisionAsPrinted() {
        String letter = """
                IMR ISSUES, DECISIONS AND RATIONALES

                Cane: Upheld

                Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

                MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

                Decision rationale: He falls often. The cane is medically necessary.
                """;

        var determination = Fixtures.read(letter);

        assertThat(determination.getItems().get(0).getDecision()).isEqualTo(Decision.UPHELD);
        assertThat(determination.getWarnings()).anySatisfy(warning -> {
            assertThat(warning.getCode()).isEqualTo(WarningCode.RATIONALE_CONTRADICTS.name());
            assertThat(warning.getLine()).isEqualTo(9);
            assertThat(warning.getColumn()).isEqualTo(37);
        });
    }
}
