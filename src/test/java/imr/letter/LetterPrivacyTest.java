package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text of a letter comes out in the fields of a determination, and nowhere else. */
class LetterPrivacyTest {

    private static final String MARKER = "Zyxomarkerine";

    @Test
    void rejectionsTellNoText() {
        List<String> letters = List.of(
                MARKER,
                "IMR ISSUES, DECISIONS AND RATIONALES " + MARKER,
                "Notice of Independent Medical Review Determination " + MARKER,
                MARKER + "\nClaims Administrator guideline: " + MARKER,
                ": Upheld\nClaims Administrator guideline: " + MARKER,
                MARKER.repeat(100_000));

        for (String letter : letters) {
            ParseResult result = LetterParser.parse(letter, LetterOrigin.UNKNOWN);

            assertThat(result).isInstanceOf(ParseResult.Rejected.class);
            assertThat(result.toString()).doesNotContain(MARKER);
        }
    }

    @Test
    void warningsTellNoText() {
        String letter = "Decision Date: " + MARKER + "\n" + MARKER + ": Upheld\n" + MARKER
                + "\nClaims Administrator guideline: " + MARKER + "\nDecision rationale: " + MARKER + ": Upheld\n"
                + MARKER;

        var warnings = Fixtures.read(letter).getWarnings();

        List<String> codes = new ArrayList<>();
        for (WarningCode code : WarningCode.values()) {
            codes.add(code.name());
        }
        assertThat(warnings).hasSizeGreaterThan(3);
        assertThat(warnings).allSatisfy(warning -> {
            assertThat(codes).contains(warning.getCode());
            assertThat(warning.toString()).doesNotContain(MARKER);
        });
    }
}
