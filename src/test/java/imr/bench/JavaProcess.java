package imr.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of the class path in a JVM of its own, so that its processor time and memory are its alone. It ends when its
 * standard input ends, and so with this JVM at the latest.
 */
final class JavaProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final String ANSWER = "> ";
    private static final Path PROC = Path.of("/proc");

    private final String name;
    private final Process process;
    private final Path log;
    private final BufferedReader answers;

    private JavaProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a program; what it logs goes to a file.
     *
     * @param folder for the log
     * @param javaOptions of the JVM; {@code {name}} stands for the name
     */
    static JavaProcess start(
            String name, Path folder, List<String> javaOptions, Class<?> program, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        javaOptions.forEach(option -> command.add(option.replace("{name}", name)));
        command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=imr.avro");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.addAll(arguments);
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new JavaProcess(name, process, log);
    }

    /** In the program: answers the one who started it. */
    @SuppressWarnings("SystemOut")
    static void tell(Object answer) {
        System.out.println(ANSWER + answer);
    }

    /** The next answer of the program; what else the JVM prints is passed over. */
    String answer() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith(ANSWER)) {
            line = answers.readLine();
        }
        if (line == null) {
            throw failed();
        }
        return line.substring(ANSWER.length());
    }

    /** Sends the program a line. */
    void say(String line) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** Fails, with the end of the log, if the program has ended. */
    void check() throws IOException {
        if (!process.isAlive()) {
            throw failed();
        }
    }

    private IllegalStateException failed() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return new IllegalStateException(name + " has ended; the end of " + log + ":\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
    }

    /** Waits for a line of the log that holds some words. */
    void awaitLog(String words) throws IOException, InterruptedException {
        while (Files.readAllLines(log).stream().noneMatch(line -> line.contains(words))) {
            check();
            Thread.sleep(20);
        }
    }

    /** Processor time since the program started, of all its threads. */
    Duration cpu() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException(name + " has ended; see " + log));
    }

    /** Physical memory in use, bytes; 0 where the system doesn't tell. */
    long residentBytes() {
        Path status = PROC.resolve(process.pid() + "/status");
        try {
            return Files.isReadable(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                            .findFirst()
                            .orElse(0)
                    : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Ends the program at once, as a crash would. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            process.destroyForcibly();
        }
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            answers.close();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
