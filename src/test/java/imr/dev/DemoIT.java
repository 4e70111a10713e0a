package imr.dev;

import static org.assertj.core.api.Assertions.assertThat;

import imr.dev.letters.SampleLetter;
import imr.dev.letters.SampleLetters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoIT {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void countsEverySampleLetterAndEnds() throws Exception {
        List<SampleLetter> samples = SampleLetters.load();
        long defective = samples.stream().filter(SampleLetter::defective).count();

        boolean done = new Demo(out, false, true, 0, 0).run();

        assertThat(done).as(shown()).isTrue();
        assertThat(shown())
                .contains("Letters published " + samples.size() + ", read " + (samples.size() - defective)
                        + ", rejected " + defective + "; items parsed ")
                .containsPattern("ALL +\\d+ +\\d+ +\\d+ +\\d+\\.\\d % +\\d+\\.\\d - \\d+\\.\\d %")
                .contains("SERVICE_CATEGORY", "PHARMACEUTICALS", "CLAIMS_ADMINISTRATOR", "kcat -C -b 127.0.0.1:")
                .doesNotContain("\u001B");
        assertThat(shown().lines()).last().isEqualTo("Ended; nothing is left behind.");
    }

    @Test
    void goesOnUntilToldToStopOnOtherPortsThanThoseInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            Demo demo = new Demo(out, true, false, port, port);
            CompletableFuture<Boolean> running = CompletableFuture.supplyAsync(() -> run(demo));

            Awaitility.await()
                    .atMost(3, TimeUnit.MINUTES)
                    .until(() -> running.isDone() || shown().contains("\u001B[H\u001B[2J"));
            demo.stop();

            assertThat(running.get(1, TimeUnit.MINUTES)).as(shown()).isTrue();
            assertThat(shown()).doesNotContain("127.0.0.1:" + port).contains("Ctrl-C ends");
        }
    }

    private static boolean run(Demo demo) {
        try {
            return demo.run();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
