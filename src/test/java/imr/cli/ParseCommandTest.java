package imr.cli;

import static imr.cli.Shell.imr;
import static imr.cli.Shell.imrReading;
import static org.assertj.core.api.Assertions.assertThat;

import imr.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseCommandTest {

    private static final String LETTER = """
            MAXIMUS FEDERAL SERVICES, INC.
            Independent Medical Review

            IMR ISSUES, DECISIONS AND RATIONALES

            The Final Determination was based on decisions for the disputed items/services set forth below:

            Gabapentin 300mg #60: Overturned

            Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

            MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Antiepilepsy drugs (AEDs) Page(s): 16-19.

            Decision rationale: Nerve pain in both feet is on record. The request is medically necessary.
            """;

    @TempDir
    private Path folder;

    @Test
    void printsOneObjectALetterInTheOrderOfThePaths() throws Exception {
        Path b = write("b.txt", LETTER);
        Path a = write("a.txt", LETTER);

        Ran ran = imr("parse", b.toString(), a.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines()).hasSize(2);
        assertThat(ran.outLines().get(0)).startsWith("{\"source\":\"" + b + "\",\"letterId\":\"b\",\"format\":\"V3A\"");
        assertThat(ran.outLines().get(1)).startsWith("{\"source\":\"" + a + "\",\"letterId\":\"a\",");
        assertThat(ran.err()).isEqualTo("2 letters read, 2 items; 0 letters rejected\n");
    }

    @Test
    void takesTheTextFilesOfAFolderByName() throws Exception {
        write("b.txt", LETTER);
        write("a.txt", LETTER);
        write("notes.md", "not a letter");

        Ran ran = imr("parse", folder.toString());

        assertThat(ran.outLines()).hasSize(2);
        assertThat(ran.outLines().get(0)).contains("\"letterId\":\"a\"");
        assertThat(ran.outLines().get(1)).contains("\"letterId\":\"b\"");
    }

    @Test
    void readsALetterFromStandardInput() {
        Ran ran = imrReading(LETTER, "parse", "-");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines()).singleElement().asString().startsWith("{\"source\":\"-\",");
    }

    @Test
    void countsRejectedLettersAndIsDoneAllTheSame() throws Exception {
        write("a.txt", LETTER);
        Path odd = write("odd.txt", "Minutes of a meeting");

        Ran ran = imr("parse", folder.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines().get(1))
                .isEqualTo("{\"source\":\"" + odd
                        + "\",\"rejected\":{\"code\":\"NOT_A_DETERMINATION\",\"line\":1,\"column\":1}}");
        assertThat(ran.err()).isEqualTo("1 letters read, 1 items; 1 letters rejected\n");
    }

    @Test
    void refusesWhatIsTooLongOrNoTextAndReadsOn() throws Exception {
        write("a.txt", LETTER + " ".repeat(1 << 20));
        write("b.txt", "%PDF-1.7\n" + LETTER);
        write("c.txt", LETTER);

        Ran ran = imr("parse", folder.toString());

        assertThat(ran.outLines().get(0)).contains("\"code\":\"TOO_LONG\"");
        assertThat(ran.outLines().get(1)).contains("\"code\":\"BINARY\"");
        assertThat(ran.outLines().get(2)).contains("\"decision\":\"OVERTURNED\"");
    }

    @Test
    void printsLettersForPeopleAsATable() throws Exception {
        Path a = write("a.txt", LETTER);
        Path odd = write("odd.txt", "Minutes of a meeting");

        Ran ran = imr("parse", "--format", "table", folder.toString());

        assertThat(ran.outLines())
                .startsWith("a  V3A  " + a, "  1  OVERTURNED  Gabapentin 300mg #60")
                .endsWith(odd + "  rejected", "  !  NOT_A_DETERMINATION at line 1, column 1", "");
    }

    @Test
    void explainsLetters() throws Exception {
        Path a = write("a.txt", LETTER);
        write("odd.txt", "Minutes of a meeting");

        Ran ran = imr("parse", "--explain", folder.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.outLines().get(0)).startsWith(a + ": a, V3A, 1 item,");
        assertThat(ran.out())
                .contains("Gabapentin 300mg #60: Overturned\n", "decision OVERTURNED\n")
                .endsWith("rejected, NOT_A_DETERMINATION\n");
        assertThat(imr("explain", folder.toString())).isEqualTo(ran);
    }

    @Test
    void explainsTheOtherLettersWhenOneFileCannotBeRead() throws Exception {
        Path folderCalledText = Files.createDirectory(folder.resolve("a.txt"));
        write("b.txt", LETTER);

        Ran ran = imr("explain", folder.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("Gabapentin 300mg #60: Overturned");
        assertThat(ran.err()).startsWith("imr explain: " + folderCalledText + ": ");
    }

    @Test
    void namesAPathThatIsNotThere() {
        Ran ran = imr("parse", folder.resolve("missing.txt").toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("imr parse: " + folder.resolve("missing.txt") + ": no such file or folder\n");
    }

    @Test
    void readsTheOtherLettersWhenOneFileCannotBeRead() throws Exception {
        Path folderCalledText = Files.createDirectory(folder.resolve("a.txt"));
        write("b.txt", LETTER);

        Ran ran = imr("parse", folder.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.outLines()).hasSize(1);
        assertThat(ran.err()).contains("imr parse: " + folderCalledText + ": ");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
