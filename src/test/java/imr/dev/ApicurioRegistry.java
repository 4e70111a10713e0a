package imr.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real schema registry, Apicurio, in a JVM of its own on a free port of 127.0.0.1, keeping its schemas in memory. It
 * is set to BACKWARD compatibility, which is what Confluent's own registry starts with.
 *
 * <p>The runner jar is named by the system property {@value #JAR_PROPERTY}, or else looked for in
 * {@code target/apicurio}. What the registry prints goes to {@code target/apicurio-registry-*.log}.
 */
public final class ApicurioRegistry implements AutoCloseable {
    private static final String JAR_PROPERTY = "imr.test.registry.jar";
    private static final String API = "/apis/ccompat/v7";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final Path log;
    private final Thread onExit;
    private String url = "";

    private ApicurioRegistry(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.onExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** Starts the registry and returns when it answers. */
    public static ApicurioRegistry start() throws IOException, InterruptedException {
        Path target = Files.createDirectories(Path.of("target"));
        Path log = Files.createTempFile(target, "apicurio-registry-", ".log");
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var registry = new ApicurioRegistry(process, log);
        try {
            registry.url = registry.awaitAddress() + API;
            registry.require(HttpRequest.newBuilder()
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"))
                    .header("Content-Type", "application/json")
                    .uri(URI.create(registry.url + "/config")));
            return registry;
        } catch (IOException | InterruptedException | RuntimeException | AssertionError failed) {
            registry.close();
            throw failed;
        }
    }

    /** The address to use as {@code schema.registry.url}. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException alreadyExiting) {
            // The hook is running, and does the same.
        }
    }

    private static List<String> command() throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dquarkus.http.host=127.0.0.1",
                // The system chooses the port, so that it cannot be lost before the registry binds it.
                "-Dquarkus.http.port=0",
                "-Dquarkus.banner.enabled=false",
                "-jar",
                jar().toString());
    }

    private static Path jar() throws IOException {
        String named = System.getProperty(JAR_PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        Path directory = Path.of("target", "apicurio");
        if (Files.isDirectory(directory)) {
            try (var files = Files.newDirectoryStream(directory, "apicurio-registry-app-*-runner.jar")) {
                for (Path found : files) {
                    return found.toAbsolutePath();
                }
            }
        }
        throw new IOException("no Apicurio runner jar in " + directory.toAbsolutePath() + " and no " + JAR_PROPERTY);
    }

    /** Waits for the line that tells the port; the registry prints it when it is ready for requests. */
    private String awaitAddress() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            Matcher address = ADDRESS.matcher(Files.readString(log));
            if (address.find()) {
                return address.group(1);
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new IOException("Apicurio " + (process.isAlive() ? "is not ready" : "ended") + ", see " + log);
    }

    private void require(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
