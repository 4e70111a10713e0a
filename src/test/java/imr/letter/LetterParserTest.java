package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Determination;
import imr.avro.LetterFormat;
import org.junit.jupiter.api.Test;

class LetterParserTest {

    private static Determination parse(String text, LetterOrigin origin) {
        return ((ParseResult.Parsed) LetterParser.parse(text, origin)).determination();
    }

    private static RejectionCode rejection(String text) {
        return ((ParseResult.Rejected) LetterParser.parse(text, LetterOrigin.UNKNOWN)).code();
    }

    @Test
    void printedCaseNumberIsTheIdentity() {
        Determination determination = parse(Fixtures.text("v3b-two-columns"), new LetterOrigin("some-key", null));

        assertThat(determination.getLetterId()).isEqualTo("CM16-0900101");
    }

    @Test
    void keyIsTheIdentityWhereNoCaseNumberIsPrinted() {
        assertThat(parse(Fixtures.text("v3a-page-forms"), new LetterOrigin("some-key", null))
                        .getLetterId())
                .isEqualTo("some-key");
    }

    @Test
    void fingerprintIsTheIdentityWhereThereIsNothingElse() {
        Determination determination = parse(Fixtures.text("v3a-page-forms"), LetterOrigin.UNKNOWN);

        assertThat(determination.getLetterId()).matches("[0-9a-f]{32}");
    }

    @Test
    void fingerprintLeavesWhiteSpaceAsideAndMindsTheClaimsAdministrator() {
        String text = Fixtures.text("v3a-page-forms");
        Determination plain = parse(text, LetterOrigin.UNKNOWN);

        assertThat(parse(text.replace("\n", "\r\n "), LetterOrigin.UNKNOWN).getFingerprint())
                .isEqualTo(plain.getFingerprint());
        assertThat(parse(text, new LetterOrigin(null, "Acme")).getFingerprint()).isNotEqualTo(plain.getFingerprint());
        assertThat(parse(text.replace("Soma", "Some"), LetterOrigin.UNKNOWN).getFingerprint())
                .isNotEqualTo(plain.getFingerprint());
    }

    @Test
    void headerCutOffStillShowsItsGenerationByTheCitations() {
        String text = Fixtures.text("v3b-two-columns");

        Determination cut = parse(text.substring(text.indexOf("HOW THE")), LetterOrigin.UNKNOWN);

        assertThat(cut.getItems().get(0).getLetter().getFormat()).isEqualTo(LetterFormat.V3B);
        assertThat(cut.getItems().get(0).getLetter().getCaseNumber()).isNull();
    }

    @Test
    void rejectionsSayWhatIsWrong() {
        assertThat(rejection("")).isEqualTo(RejectionCode.EMPTY);
        assertThat(rejection(" \n\f\u00A0")).isEqualTo(RejectionCode.EMPTY);
        assertThat(rejection("Dear Sir: your order has shipped.")).isEqualTo(RejectionCode.NOT_A_DETERMINATION);
        assertThat(rejection("Notice of Independent Medical Review Determination\nDated: 9/26/2013.\nNothing else."))
                .isEqualTo(RejectionCode.NO_ITEMS);
        assertThat(rejection("MAXIMUS FEDERAL SERVICES, INC.\nIMR DECISION(S) AND RATIONALE(S)\n1. Withdrawn."))
                .isEqualTo(RejectionCode.NO_ITEMS);
        assertThat(rejection("State(s) of Licensure: Ohio\nIMR ISSUES, DECISIONS AND RATIONALES\n"))
                .isEqualTo(RejectionCode.NO_ITEMS);
    }
}
