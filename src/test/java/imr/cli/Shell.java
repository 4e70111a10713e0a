package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/** Runs command lines inside the test and keeps what they print. */
final class Shell {

    /** What a command line did. */
    record Ran(int exitCode, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }
    }

    private Shell() {}

    /** For what prints nothing. */
    static Console nowhere() {
        return new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    }

    static Ran imr(String... arguments) {
        return imrReading("", arguments);
    }

    static Ran imrReading(String standardInput, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(
                new ByteArrayInputStream(standardInput.getBytes(UTF_8)), out, new PrintStream(err, true, UTF_8));
        int exitCode = CommandLineProgram.run(console, arguments);
        return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
