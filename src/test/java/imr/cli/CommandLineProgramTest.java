package imr.cli;

import static imr.cli.Shell.imr;
import static org.assertj.core.api.Assertions.assertThat;

import imr.cli.Shell.Ran;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineProgramTest {

    @Test
    void suggestsTheVerbThatWasProbablyMeant() {
        Ran ran = imr("prase", "letters");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("'prase'").contains("imr parse").contains("imr --help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parse",
                "parse --format xml letters",
                "parse --nonsense letters",
                "explain",
                "publish",
                "tail",
                "tail outcomes --max many",
                "run -X",
                "run -X nonsense",
                "run letters",
                "topics",
                "topics destroy",
                "schemas",
                "reference",
                "generate",
                "generate --count 0 --seed 1 --dir x",
                "demo --twice"
            })
    void wrongUsageIsExitCode2WithOneLineThatSaysWhatAndOneThatSaysWhereMoreIs(String commandLine) {
        Ran ran = imr(commandLine.split(" "));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("imr ").contains("--help says more").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "parse",
                "explain",
                "publish",
                "tail",
                "topics create",
                "topics check",
                "schemas register",
                "schemas check",
                "reference load",
                "topology",
                "generate"
            })
    void everyVerbHasHelpWithExamplesAndExitCodes(String verb) {
        Ran ran = imr((verb + " --help").split(" "));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("Usage: imr " + verb)
                .contains("Exit codes:")
                .contains("Examples:\n  imr ");
    }

    @Test
    void listsTheVerbsOnStandardOutputWhenAskedForHelp() {
        Ran ran = imr("--help");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("parse", "publish", "tail", "run", "generate", "demo");
    }

    @Test
    void tellsItsVersion() {
        Ran ran = imr("--version");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("imr").contains("Java " + Runtime.version());
    }

    @Test
    void endsQuietlyWhenNobodyReadsTheOutputAnyMore() {
        var err = new ByteArrayOutputStream();
        var console = new Console(
                new ByteArrayInputStream("no letter".getBytes(StandardCharsets.UTF_8)),
                new Console.Data(ConsoleTest.failing("Broken pipe")),
                new PrintStream(err, true, StandardCharsets.UTF_8));

        int exitCode = CommandLineProgram.run(console, "parse", "-");

        assertThat(exitCode).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void saysSoWhenTheOutputCannotBeWritten() {
        var err = new ByteArrayOutputStream();
        var console = new Console(
                new ByteArrayInputStream("no letter".getBytes(StandardCharsets.UTF_8)),
                new Console.Data(ConsoleTest.failing("No space left on device")),
                new PrintStream(err, true, StandardCharsets.UTF_8));

        int exitCode = CommandLineProgram.run(console, "parse", "-");

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
    }
}
