package imr.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imr.cli.Console.ClosedOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    @Test
    void tellsAReaderThatHasGoneFromOtherFaults() {
        assertThatThrownBy(() -> writeTo(failing("Broken pipe"))).isInstanceOf(ClosedOutput.class);
        assertThatThrownBy(() -> writeTo(failing("No space left on device")))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ClosedOutput.class)
                .hasMessage("No space left on device");
    }

    private static void writeTo(OutputStream out) throws IOException {
        new Console.Data(out).write(new byte[] {1});
    }

    static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
