package imr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.DisputedItem;
import imr.avro.LetterFormat;
import imr.cli.LetterReading.Read;
import imr.cli.LetterReading.Refused;
import imr.dev.letters.LetterGenerator;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import imr.letter.ParseResult.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterLinesTest {

    private static final String LETTER = """
            MAXIMUS FEDERAL SERVICES, INC.

            The Expert Reviewer has the following credentials:
            State(s) of Licensure: Ohio, New York
            Certification(s)/Specialty: Neurology

            CLINICAL CASE SUMMARY
            The expert reviewer developed the summary including all medical records: A 44 year old man was injured on 2/3/14.

            IMR ISSUES, DECISIONS AND RATIONALES
            The Final Determination was based on decisions for the disputed items/services set forth below:

            Retrospective Gabapentin 300mg #60, DOS 5/6/15, for pain in the left foot, given out at the office of the surgeon on the day of the visit: Overturned

            Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

            MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Antiepilepsy drugs (AEDs) Page(s): 16-19.
            """;

    @Test
    void showsWhatWasReadWithWarnings() {
        assertThat(lines(LETTER)).isEqualTo("""
                odd  V3A  letters/odd.txt
                   days          injured 2014-02-03
                   worker        age 44, male
                   specialty     Neurology
                   licensed in   Ohio, New York
                  1  OVERTURNED  Retrospective Gabapentin 300mg #60, DOS 5/6/15, for pain in the
                                 left foot, given out at the office of the surgeon on the day of
                                 the visit
                   details       retrospective, served 2015-05-06, strength 300 mg, quantity 60,
                                 foot, left
                   administrator nothing cited
                   reviewer      MTUS: Chronic Pain Treatment Guidelines Antiepilepsy drugs
                                 (AEDs) Page(s): 16-19
                  !  RATIONALE_MISSING at line 13, column 1

                """);
    }

    @Test
    void showsWhyALetterIsRejected() {
        assertThat(LetterLines.of(new Refused("odd.txt", "NO_ITEMS", 7, 3))).isEqualTo("""
                odd.txt  rejected
                  !  NO_ITEMS at line 7, column 3

                """);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void noLineIsLongerThanATerminalAndNoLabelIsCut(LetterFormat format) {
        LetterGenerator generator = new LetterGenerator(21, List.of(format));
        for (int i = 0; i < 300; i++) {
            String text = LetterText.decode(generator.letter(i).text());

            String lines = lines(text);

            assertThat(lines.lines()).allMatch(line -> line.length() <= 80);
            for (DisputedItem item : read(text).determination().getItems()) {
                assertThat(dense(lines)).contains(dense(item.getDecision() + item.getTreatment()));
            }
        }
    }

    @Test
    void aWordThatIsLongerThanALineGoesOnInTheNext() {
        String treatment = "x".repeat(200);

        String lines = lines(LETTER.replace("Gabapentin", treatment));

        assertThat(lines.lines()).allMatch(line -> line.length() <= 80);
        assertThat(dense(lines)).contains(treatment);
    }

    private static String lines(String text) {
        return LetterLines.of(read(text));
    }

    private static Read read(String text) {
        Parsed parsed = (Parsed) LetterParser.parse(text, new LetterOrigin("odd", null));
        return new Read("letters/odd.txt", parsed.determination());
    }

    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }
}
