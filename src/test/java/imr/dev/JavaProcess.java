package imr.dev;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own, which ends with this one at the latest. What it prints goes to the end of a file. */
public final class JavaProcess implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final Thread onExit;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.onExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** Starts {@code java} of the JDK that runs the tests. */
    public static JavaProcess start(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new JavaProcess(process, log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The file that it prints to. */
    public Path log() {
        return log;
    }

    /** Waits until it ends by itself. */
    public int awaitEnd() throws InterruptedException {
        try {
            return process.waitFor();
        } finally {
            close();
        }
    }

    /** Asks it to end (SIGTERM) and waits until it has. */
    public int terminate(Duration patience) throws InterruptedException {
        try {
            process.destroy();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it did not end when told to, see " + log);
            }
            return process.exitValue();
        } finally {
            close();
        }
    }

    /** Ends it on the spot (SIGKILL), as the close of a test does with what is left. */
    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException alreadyExiting) {
            // The hook is running, and does the same.
        }
    }
}
