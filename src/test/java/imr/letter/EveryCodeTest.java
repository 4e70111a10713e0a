package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.LetterWarning;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each code comes of some letter, here the whole letter but for what the code speaks of. */
class EveryCodeTest {

    private static final String FRONT = """
            State(s) of Licensure: Ohio
            Certification(s)/Specialty: Family Practice

            IMR ISSUES, DECISIONS AND RATIONALES

            """;

    private static final String ADMINISTRATOR =
            "Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n\n";
    private static final String REVIEWER = "MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\n\n";
    private static final String RATIONALE =
            "Decision rationale: He walks well. The cane is not medically necessary.\n\n";
    private static final String FIELDS = ADMINISTRATOR + REVIEWER + RATIONALE;
    private static final String CANE = "Cane: Upheld\n\n" + FIELDS;

    private static final String NOTICE = "Notice of Independent Medical Review Determination\n";

    private static String said(int number, String request, String decision) {
        return number + ") MAXIMUS Federal Services, Inc. has determined the request for " + request + " is " + decision
                + " and appropriate.\n";
    }

    private static String letterWith(WarningCode code) {
        return switch (code) {
            case HEADER_INCOMPLETE -> "Case Number: CM16-0900555\nDecision Date: soon\n" + FRONT + CANE;
            case CREDENTIALS_INCOMPLETE -> FRONT.replaceFirst(".*\n", "") + CANE;
            case ADMINISTRATOR_GUIDELINE_MISSING -> FRONT + "Cane: Upheld\n\n" + REVIEWER + RATIONALE;
            case REVIEWER_GUIDELINE_MISSING -> FRONT + "Cane: Upheld\n\n" + ADMINISTRATOR + RATIONALE;
            case RATIONALE_MISSING -> FRONT + "Cane: Upheld\n\n" + ADMINISTRATOR + REVIEWER;
            case RATIONALE_CONTRADICTS -> FRONT + CANE.replace("is not medically", "is medically");
            case CITATION_UNREAD -> FRONT + CANE.replace("Decision based on MTUS Knee Complaints 2004", "So it is");
            case LABEL_START_UNCERTAIN -> (FRONT + CANE).strip() + " Brace: Upheld " + FIELDS;
            case TEXT_AFTER_DECISION -> FRONT + "Cane: Upheld\nReceived by facsimile\n" + FIELDS;
            case TRUNCATED -> FRONT + CANE.replace("is not medically necessary.", "is not");
            case DECISION_WITHOUT_FIELDS -> FRONT + CANE + "Brace: Overturned\n\nThe end.";
            case ITEM_WITHOUT_DECISION -> FRONT + CANE + "Brace: Modified\n\n" + FIELDS;
            case ITEM_WITHOUT_LABEL -> FRONT + CANE + ": Overturned\n\n" + FIELDS;
            case ITEM_REWORDED ->
                NOTICE + said(1, "a cane", "medically necessary") + said(1, "a walking cane", "medically necessary");
            case ITEM_DECIDED_BOTH_WAYS ->
                NOTICE
                        + said(1, "a cane", "medically necessary")
                        + said(2, "a brace", "medically necessary")
                        + said(1, "a cane", "not medically necessary")
                        + said(2, "a brace", "medically necessary");
            case ITEM_COUNTS_DIFFER ->
                NOTICE
                        + said(1, "a cane", "medically necessary")
                        + said(2, "a brace", "medically necessary")
                        + said(1, "a cane", "medically necessary");
            case ITEM_NUMBER_MISSING ->
                NOTICE + said(1, "a cane", "medically necessary") + said(3, "a brace", "medically necessary");
        };
    }

    private static String letterWith(RejectionCode code) {
        return switch (code) {
            case EMPTY -> " \n\f ";
            case TOO_LONG -> " ".repeat(LetterParser.DEFAULT_MAX_BYTES + 1);
            case BINARY -> "%PDF-1.5\n" + FRONT + CANE;
            case NOT_A_DETERMINATION -> "Minutes of the meeting of the ninth of May.";
            case NOT_ENGLISH ->
                "La solicitud de un bast\u00F3n para la rodilla fue negada por la aseguradora y el m\u00E9dico"
                        + " que la revis\u00F3 no est\u00E1 de acuerdo con el motivo de la negativa.";
            case TRUNCATED -> FRONT + "Ca";
            case NO_ITEMS -> FRONT;
            case ITEM_WITHOUT_DECISION -> FRONT + "Cane: Modified\n\n" + FIELDS;
            case ITEM_WITHOUT_LABEL -> ": Upheld\n\n" + FIELDS;
        };
    }

    private static ParseResult parse(String letter) {
        return LetterParser.parse(
                letter.getBytes(StandardCharsets.UTF_8), LetterOrigin.UNKNOWN, LetterParser.DEFAULT_MAX_BYTES);
    }

    @ParameterizedTest
    @EnumSource
    void everyRejectionComesOfALetter(RejectionCode code) {
        assertThat(parse(letterWith(code)))
                .isInstanceOfSatisfying(
                        ParseResult.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @EnumSource
    void everyWarningComesOfALetterAndEveryLossIsReported(WarningCode code) {
        ParseResult.Parsed parsed = (ParseResult.Parsed) parse(letterWith(code));

        assertThat(codes(parsed)).contains(code.name());
        assertThat(parsed.firstLoss() != null).isEqualTo(code.isLoss());
    }

    @ParameterizedTest
    @EnumSource
    void itemsThatCanBeReadAreKept(WarningCode code) {
        ParseResult.Parsed parsed = (ParseResult.Parsed) parse(letterWith(code));

        assertThat(parsed.determination().getItems()).isNotEmpty();
        assertThat(parsed.determination().getItems().get(0).getTreatment().toLowerCase(Locale.ROOT))
                .containsAnyOf("cane", "brace");
    }

    private static List<String> codes(ParseResult.Parsed parsed) {
        return parsed.determination().getWarnings().stream()
                .map(LetterWarning::getCode)
                .toList();
    }
}
