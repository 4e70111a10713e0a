package imr.cli;

import static imr.cli.Shell.imr;
import static org.assertj.core.api.Assertions.assertThat;

import imr.cli.Shell.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTextsTest {

    @Test
    void aRequestIsExplainedWordByWord() {
        Ran ran = imr("explain", "Percocet 10/325mg #100");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.outLines())
                .startsWith(
                        "Percocet 10/325mg #100",
                        "  words               percocet 10 mg # 100",
                        "  found               percocet: oxycodone/acetaminophen (DRUG, OPIOIDS,",
                        "                      PHARMACEUTICALS)")
                .contains(
                        "  = treatmentName     oxycodone/acetaminophen",
                        "  = drugClass         OPIOIDS",
                        "  = serviceCategory   PHARMACEUTICALS");
        assertThat(ran.out()).contains("stands first").contains("longest");
    }

    @Test
    void aCitationIsExplainedFromItsSourceToItsPages() {
        Ran ran = imr(
                "explain",
                "--citation",
                "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants Page(s): 128.");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("source              MTUS")
                .contains("2009: the year is printed")
                .contains("= guidelineId       MTUS_CHRONIC_PAIN_2009")
                .contains("the guideline has 127")
                .contains("= warnings          PAGE_OUT_OF_RANGE");
    }

    @Test
    void theDayOfTheDecisionOrTheFormatTellsTheEdition() {
        String citation = "MTUS Chronic Pain Medical Treatment";

        String old = imr("explain", "--citation", citation, "--decided", "2015-03-31")
                .out();
        String recent = imr("explain", "--citation", citation, "--decided", "2016-12-01")
                .out();
        String era = imr("explain", "--citation", citation, "--format", "v2").out();

        assertThat(old).contains("= edition           2009").contains("2015-03-31");
        assertThat(recent).contains("= edition           2016").contains("2016-12-01");
        assertThat(era).contains("= edition           2009").contains("format V2");
    }

    @Test
    void lettersRequestsAndCitationsMayBeMixed() {
        Ran ran = imr(
                "explain",
                "src/main/resources/sample-letters/CM16-0599565.txt",
                "--request",
                "acupuncture x 6",
                "--citation",
                "Non-MTUS Citation Official Disability Guidelines (ODG), Low Back");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("item 1: UPHELD")
                .contains("= treatmentName     acupuncture")
                .contains("= title             ");
    }

    @Test
    void treatmentsOfOnesOwnMayBeTriedOut(@TempDir Path folder) throws Exception {
        Path own = Files.writeString(
                folder.resolve("own.csv"),
                "id,name,kind,drugClass,serviceCategory\nZORBIVEX,zorbivex,DRUG,STATINS,PHARMACEUTICALS\n");

        Ran ran = imr("explain", "--treatments", own.toString(), "Zorbivex 20mg");

        assertThat(ran.out()).contains("= treatmentName     zorbivex").contains("= drugClass         STATINS");
    }

    @Test
    void aSlipInAFilesNameIsNoRequest() {
        Ran ran = imr("explain", "CM99-0000001.txt");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("CM99-0000001.txt: no such file or folder")
                .hasLineCount(1);
    }

    @Test
    void nothingToExplainIsWrongUsageAndTextThatCitesNothingFails() {
        Ran none = imr("explain");
        Ran nothing = imr("explain", "--citation", " ");

        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("--citation");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("nothing that reads like a citation").hasLineCount(1);
    }
}
