package imr.cli;

import static imr.cli.Shell.imr;
import static org.assertj.core.api.Assertions.assertThat;

import imr.letter.RejectionCode;
import imr.letter.WarningCode;
import org.junit.jupiter.api.Test;

class CodeTableTest {

    @Test
    void helpListsEveryCodeThatParseGives() {
        String help = imr("parse", "--help").out();

        for (RejectionCode code : RejectionCode.values()) {
            assertThat(help).contains("\n  " + code + " ");
        }
        for (WarningCode code : WarningCode.values()) {
            assertThat(help).contains("\n  " + code + " ");
        }
    }

    @Test
    void helpFitsATerminal() {
        assertThat(CodeTable.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
}
