package imr.app;

import static org.assertj.core.api.Assertions.assertThat;

import imr.dev.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/** One instance of the application, in a JVM of its own: {@code java -jar imr.jar run}, time and again. */
final class Instance implements AutoCloseable {

    private static final Duration GRACE = Duration.ofMinutes(2);

    private final String name;
    private final Path jar;
    private final Map<String, String> settings;
    private final Path state;
    private final Path log;
    private JavaProcess process;
    private int starts;

    /**
     * An instance that isn't started yet.
     *
     * @param settings those that all instances share
     * @param state folder for its state
     * @param log where its log goes
     */
    Instance(String name, Path jar, Map<String, String> settings, Path state, Path log) {
        this.name = name;
        this.jar = jar;
        this.settings = settings;
        this.state = state;
        this.log = log;
    }

    void start() throws IOException {
        starts++;
        // It lives for seconds: a compiler that optimises little is the better one.
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-jar", jar.toString()));
        arguments.add("run");
        settings.forEach((setting, value) -> arguments.addAll(List.of("-X", setting + "=" + value)));
        arguments.addAll(List.of("-X", "imr.state-dir=" + state, "-X", "kafka.client.id=" + clientId()));
        process = JavaProcess.start(log, arguments);
    }

    /** Ends it with SIGKILL, at whatever it is doing. */
    void kill() {
        process.close();
        process = null;
    }

    /** Ends it with SIGTERM, as one does to have fewer of them. */
    void end() throws InterruptedException {
        int exitCode = process.terminate(GRACE);
        process = null;
        assertThat(exitCode).as(name + " ended by SIGTERM").isEqualTo(143);
    }

    /** Takes its state away. */
    void wipe() throws IOException {
        assertThat(state).isNotEmptyDirectory();
        Utils.delete(state.toFile());
    }

    /** Whether it was started, and not killed or ended since. */
    boolean isStarted() {
        return process != null;
    }

    /** Whether it ended without having been told to. */
    boolean hasFailed() {
        return process != null && !process.isAlive();
    }

    /** Another one for each start: the group remembers those of killed processes for a while. */
    String clientId() {
        return name + "." + starts;
    }

    int starts() {
        return starts;
    }

    Path log() {
        return log;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
