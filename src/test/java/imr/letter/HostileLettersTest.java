package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is thrown at the parser makes it throw, or take longer than in proportion to the length. */
class HostileLettersTest {

    private static final int LENGTH = LetterParser.DEFAULT_MAX_BYTES;

    private static final String ITEM =
            "A: Upheld\nClaims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n";

    /** With quadratic work any of these would take many minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ": ",
                ":",
                "Claims Administrator guideline",
                "Claims Administrator guideline:",
                ": Upheld\n",
                "a: Upheld Claims Administrator guideline: ",
                "Decision based on ",
                "Decision based on MTUS ",
                ", and ",
                "Section(s): ",
                "Page(s): 1, ",
                "9",
                "9/",
                "1-",
                "(",
                ")",
                ")\n",
                ".\n",
                ". A ",
                ",",
                ", a",
                "\f",
                "\n",
                " ",
                "-\n",
                "\r",
                "year old ",
                "9 year ",
                "injury on ",
                "CM16-",
                "Application ",
                "Case Number: ",
                "Final Determination Letter for IMR Case Number ",
                "Page 1 of ",
                "State(s) of Licensure: ",
                "IMR ISSUES, DECISIONS AND RATIONALES ",
                "the original request ",
                "IMR eligible ",
                "NSAIDs, ",
                "Chronic Pain Medical Treatment ",
                "Chronic Pain 2017, ",
                "\u00A0\u2028",
                "3.3.1.",
                "\u0130",
                "The Expert Reviewer ",
                "Notice of Independent Medical Review Determination ",
                "1) MAXIMUS Federal Services, Inc. has determined the request for a is not medically necessary. ",
                "MAXIMUS Federal Services, Inc. has determined the request for ",
                "1) Regarding the request for ",
                "IMR DECISION(S) AND RATIONALE(S)\n",
                "\n\n1. The request for a is not medically necessary and appropriate.\n",
                "\n\n1. The request for ",
                "Decision rationale: "
            })
    void repeatedMarksAreReadInLinearTime(String part) {
        String alone = part.repeat(LENGTH / part.length());
        String withinItem = within(ITEM + "MAXIMUS guideline: Decision based on MTUS ", part);
        String withinRationale = within(ITEM + "Decision rationale: ", part);
        String first = within(
                "Notice of Independent Medical Review Determination\n1) MAXIMUS Federal Services, Inc. has determined ",
                part);
        String second = within("IMR DECISION(S) AND RATIONALE(S)\n1. The request for ", part);
        String withinLabel = within("IMR ISSUES, DECISIONS AND RATIONALES\n", part)
                        .replaceFirst("\n$", "") + ": Upheld\nClaims Administrator guideline: none";

        for (String text : new String[] {alone, withinItem, withinRationale, withinLabel, first, second}) {
            assertThat(LetterParser.parse(text, LetterOrigin.UNKNOWN)).isNotNull();
        }
    }

    private static String within(String start, String part) {
        return start + part.repeat((LENGTH - start.length() - 200) / part.length());
    }

    @Test
    void manyItemsAreReadInLinearTime() {
        String item = ITEM + "MAXIMUS guideline: none\nDecision rationale: Because.\n\n";

        String text = item.repeat(LENGTH / item.length());

        assertThat(Fixtures.read(text).getItems()).hasSize(LENGTH / item.length());
    }

    @Test
    void damagedLettersNeverMakeItThrow() {
        Random random = new Random(20_161_219);
        for (var file : Fixtures.letters()) {
            String text = Fixtures.text(file);
            for (int run = 0; run < 200; run++) {
                String damaged = damage(text, random);
                assertThatCode(() -> LetterParser.parse(damaged, LetterOrigin.UNKNOWN))
                        .as("run %d", run)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static String damage(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        int changes = 1 + random.nextInt(30);
        for (int i = 0; i < changes && damaged.length() > 2; i++) {
            int from = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), from + random.nextInt(80));
            switch (random.nextInt(4)) {
                case 0 -> damaged.delete(from, to);
                case 1 -> damaged.insert(from, damaged.substring(from, to));
                case 2 -> damaged.setCharAt(from, (char) random.nextInt(0x300));
                default -> damaged.setLength(Math.max(2, from));
            }
        }
        return damaged.toString();
    }

    @Test
    void letterBeyondTheLongestIsRefused() {
        byte[] letter = new byte[LENGTH + 1];

        assertThat(LetterParser.parse(letter, LetterOrigin.UNKNOWN, LENGTH))
                .isEqualTo(new ParseResult.Rejected(RejectionCode.TOO_LONG, 1, 1));
    }
}
