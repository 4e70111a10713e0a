package imr.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a verb reads and writes.
 *
 * @param in standard input
 * @param out for data; buffered, so that who writes something to be seen at once has to flush it
 * @param err for people: progress, summaries, errors
 */
record Console(InputStream in, OutputStream out, PrintStream err) {

    private static final int BUFFER = 1 << 16;

    /** The process's own streams, in UTF-8 whatever the platform's default. */
    static Console ofProcess() {
        // System.out would swallow a closed pipe, and the verb would go on writing to nobody.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        return new Console(
                System.in,
                new BufferedOutputStream(new Data(out), BUFFER),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** Whether a person watches the output, on something that understands cursor movements. */
    @SuppressWarnings("SystemConsoleNull") // Before Java 22 it may be.
    static boolean isTerminal() {
        java.io.Console terminal = System.console();
        if (terminal == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console in any case, and it has to be asked.
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(terminal);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    /** A line of data. */
    void print(String format, @Nullable Object... values) throws IOException {
        out.write((String.format(Locale.ROOT, format, values) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A line for people. */
    void say(String format, @Nullable Object... values) {
        err.println(String.format(Locale.ROOT, format, values));
    }

    /** The reader of the output has gone, as in {@code imr parse letters | head}. Not an error: it has all it wanted. */
    static final class ClosedOutput extends IOException {

        private static final long serialVersionUID = 1L;

        ClosedOutput(IOException cause) {
            super("Nobody reads the output any more", cause);
        }
    }

    /** Tells a reader that has gone from other faults, such as a full disk. */
    static final class Data extends FilterOutputStream {

        Data(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException failed) {
                throw isClosedPipe(failed) ? new ClosedOutput(failed) : failed;
            }
        }

        /** Only the text of the fault tells. */
        private static boolean isClosedPipe(IOException failed) {
            return String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        }
    }
}
