package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.letter.CaseHeader.Places;
import imr.letter.FoundItem.Range;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HeaderScannerTest {

    private static final Places NOWHERE =
            new Places(Range.NONE, Range.NONE, Range.NONE, Range.NONE, Range.NONE, Range.NONE, Range.NONE);

    private static final CaseHeader WHOLE = new CaseHeader(
            true,
            true,
            "CM16-0900001",
            LocalDate.of(2016, 11, 1),
            LocalDate.of(2016, 11, 2),
            LocalDate.of(2016, 11, 3),
            LocalDate.of(2016, 11, 4),
            "Standard",
            LocalDate.of(2016, 11, 5),
            NOWHERE);

    /** The header without its places, which differ from layout to layout. */
    private static CaseHeader header(String text) {
        CaseHeader header =
                HeaderScanner.scan(Flattener.flatten(text + "\nHOW THE IMR FINAL DETERMINATION WAS MADE\n12/12/2012"));
        return new CaseHeader(
                header.printed(),
                header.complete(),
                header.caseNumber(),
                header.dateAssigned(),
                header.dateOfInjury(),
                header.decisionDate(),
                header.urDenialDate(),
                header.priority(),
                header.applicationReceived(),
                NOWHERE);
    }

    @Test
    void twoColumnsWithDateOnEitherLine() {
        String start = """
                Case Number:     CM16-0900001
                Date Assigned:   11/01/2016      Date of Injury:   11/02/2016
                Decision Date:   11/03/2016      UR Denial Date:   11/04/2016
                """;

        assertThat(header(start + "Priority:  Standard    Application     11/05/2016\n    Received:"))
                .isEqualTo(WHOLE);
        assertThat(header(start + "Priority:  Standard    Application\n    Received:   11/05/2016"))
                .isEqualTo(WHOLE);
        assertThat(header(start + "Priority:  Standard    Application Received: 11/05/2016"))
                .isEqualTo(WHOLE);
    }

    @Test
    void allLabelsBeforeAllValues() {
        assertThat(header("""
                Case Number: Date Assigned: Decision Date: Priority: Date of Injury: UR Denial Date: Application
                Received:
                CM16-0900001 11/01/2016 11/03/2016 Standard 11/02/2016 11/04/2016 11/05/2016""")).isEqualTo(WHOLE);
    }

    @Test
    void valuesOfTheSecondColumnBeforeItsLabels() {
        assertThat(header("""
                Case Number:
                Date Assigned:
                Decision Date:
                Priority:

                CM16-0900001
                11/01/2016
                11/03/2016
                Standard

                11/02/2016
                11/04/2016
                11/05/2016

                Date of Injury:
                UR Denial Date:
                Application
                Received:
                """)).isEqualTo(WHOLE);
    }

    @Test
    void allValuesBeforeAllLabels() {
        assertThat(header("""
                CM16-0900001
                11/01/2016
                11/02/2016
                11/03/2016
                11/04/2016
                Standard
                11/05/2016
                Case Number:
                Date Assigned:
                Date of Injury:
                Decision Date:
                UR Denial Date:
                Priority:
                Application Received:
                """)).isEqualTo(WHOLE);
    }

    @Test
    void valueBeforeItsLabel() {
        assertThat(header("""
                CM16-0900001 Case Number:
                11/01/2016 Date Assigned:   11/02/2016 Date of Injury:
                11/03/2016 Decision Date:   11/04/2016 UR Denial Date:
                11/05/2016 Application Received:
                Priority: Standard
                """)).isEqualTo(WHOLE);
    }

    @Test
    void otherHyphensAreHyphens() {
        CaseHeader header = header("Case Number: CM16\u20110900001\nDate Assigned: 11\u201001\u20102016");

        assertThat(header.caseNumber()).isEqualTo("CM16-0900001");
        assertThat(header.dateAssigned()).isEqualTo(LocalDate.of(2016, 11, 1));
    }

    @Test
    void dateOfACoveringLetterIsNoValue() {
        CaseHeader header = header("""
                January 2, 2017
                Case Number: CM16-0900001
                Date Assigned: 11/01/2016
                Decision Date:
                """);

        assertThat(header.dateAssigned()).isEqualTo(LocalDate.of(2016, 11, 1));
        assertThat(header.decisionDate()).isNull();
        assertThat(header.complete()).isFalse();
    }

    @Test
    void moreDatesThanLabelsInARunBelongToNone() {
        CaseHeader header = header("""
                Case Number: CM16-0900001
                Date Assigned:
                11/01/2016
                11/02/2016
                Decision Date:
                """);

        assertThat(header.decisionDate()).isNull();
        assertThat(header.complete()).isFalse();
    }

    @Test
    void columnAfterColumn() {
        assertThat(header("""
                Case Number:
                Date Assigned:
                Decision Date:
                Priority:
                CM16-0900001
                11/01/2016
                11/03/2016
                Standard
                Date of Injury:
                UR Denial Date:
                Application
                Received:
                11/02/2016
                11/04/2016
                11/05/2016""")).isEqualTo(WHOLE);
    }

    @Test
    void strayAndMissingSpaces() {
        assertThat(header("CaseNumber:CM16 -0900001 Date Assigned:11/01/2016Date of Inju ry: 11/ 02/2016 DecisionDate:"
                        + "11/03/2016 UR Denial Date :11/04/2016 Priority:Standa rd Application 11/05/2016 Received :"))
                .isEqualTo(WHOLE);
    }

    @Test
    void dateThatIsMissingIsNotGuessed() {
        CaseHeader sameLine = header("Date Assigned:\nDecision Date: 11/03/2016\nUR Denial Date: 11/04/2016");
        CaseHeader apart = header("Date Assigned:\nDecision Date:\n11/03/2016\n");

        assertThat(sameLine.complete()).isFalse();
        assertThat(sameLine.dateAssigned()).isNull();
        assertThat(sameLine.decisionDate()).isEqualTo(LocalDate.of(2016, 11, 3));
        assertThat(apart.complete()).isFalse();
        assertThat(apart.dateAssigned()).isNull();
        assertThat(apart.decisionDate()).isNull();
    }

    @Test
    void letterWithoutHeaderHasNone() {
        CaseHeader header = header("");

        assertThat(header.printed()).isFalse();
        assertThat(header.caseNumber()).isNull();
    }
}
