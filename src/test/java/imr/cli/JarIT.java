package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import imr.cli.Shell.Ran;
import imr.dev.EmbeddedBroker;
import imr.dev.EmbeddedRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is delivered, in a process of its own. */
class JarIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        registry = EmbeddedRegistry.start(0);
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void tellsItsVersion() throws Exception {
        Process imr = jar("--version");

        assertThat(imr.waitFor(30, SECONDS)).isTrue();
        assertThat(imr.exitValue()).isZero();
        assertThat(Files.readString(folder.resolve("out"))).startsWith("imr 0.");
    }

    @Test
    void parsesLetters() throws Exception {
        Path letters = folder.resolve("few");
        Shell.imr("generate", "--count", "3", "--dir", letters.toString());

        Process imr = jar("parse", letters.toString());

        assertThat(imr.waitFor(30, SECONDS)).isTrue();
        assertThat(imr.exitValue()).isZero();
        assertThat(folder.resolve("out"))
                .hasContent(Shell.imr("parse", letters.toString()).out());
        assertThat(folder.resolve("err"))
                .content(UTF_8)
                .startsWith("3 letters read, ")
                .hasLineCount(1);
    }

    @Test
    void runsUntilItIsToldToEnd() throws Exception {
        Path letters = folder.resolve("letters");
        Shell.imr("generate", "--count", "30", "--dir", letters.toString());
        int expected = parsedItems(letters);
        imr("topics", "create", "-X", "imr.partitions=1");
        imr("reference", "load");
        imr("publish", letters.toString());

        Process imr = jar(connected("run", "-X", "imr.state-dir=" + folder.resolve("state")));
        try {
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(items(imr)).isEqualTo(expected));
        } finally {
            imr.destroy();
        }

        assertThat(imr.waitFor(45, SECONDS)).as("ends within its grace").isTrue();
        assertThat(folder.resolve("out")).isEmptyFile();
        assertThat(folder.resolve("err"))
                .content(UTF_8)
                .contains("imr.threads=1 (default)")
                .doesNotContain("Exception");
    }

    @Test
    void endsAtOnceWhileItWaitsForAReferenceAndTakesUpTheLettersLater() throws Exception {
        Path letters = folder.resolve("kept");
        Shell.imr("generate", "--count", "10", "--dir", letters.toString());
        String[] own = {
            "-X", "imr.topic-prefix=waiting.", "-X", "imr.application-id=waiting",
        };
        imr(with(own, "topics", "create", "-X", "imr.partitions=2"));
        imr(with(own, "publish", letters.toString()));
        String[] run = connected(with(own, "run", "-X", "imr.state-dir=" + folder.resolve("waiting-state")));

        Process waiting = jar(run);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(folder.resolve("err"))
                                    .content(UTF_8)
                                    .contains(
                                            "no letter is processed while topic waiting.guidelines and topic waiting.treatments"));
        } finally {
            waiting.destroy();
        }

        assertThat(waiting.waitFor(20, SECONDS)).as("ends at once").isTrue();
        assertThat(waiting.exitValue()).as("as a process ended by SIGTERM").isEqualTo(128 + 15);
        assertThat(folder.resolve("err")).content(UTF_8).doesNotContain("Exception");
        assertThat(items(own)).isEmpty();
        imr(with(own, "reference", "load"));
        Process running = jar(run);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(items(own)).hasSize(parsedItems(letters)).allMatch(JarIT::isEnriched));
        } finally {
            running.destroy();
        }
        assertThat(running.waitFor(45, SECONDS)).isTrue();
    }

    @Test
    void saysInOneLineEachWhatKeepsItFromRunning() throws Exception {
        Process imr = jar(
                "run",
                "-X",
                "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                "-X",
                "schema.registry.url=http://127.0.0.1:1",
                "-X",
                "imr.topic-prefix=nowhere.",
                "-X",
                "imr.state-dir=" + folder.resolve("state"));

        assertThat(imr.waitFor(60, SECONDS)).isTrue();
        assertThat(imr.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("err")).lines().filter(line -> line.startsWith("imr run: ")))
                .hasSize(2)
                .anyMatch(line -> line.contains("http://127.0.0.1:1"))
                .anyMatch(line -> line.contains("nowhere.letters") && line.contains("imr topics create"));
    }

    /** The last total over all hours, or 0. */
    private static int items(Process running) throws Exception {
        assertThat(running.isAlive()).as("still runs").isTrue();
        int latest = 0;
        Ran tail = imr("tail", "--from-beginning", "--until-end", "outcomes");
        for (String line : tail.outLines()) {
            JsonNode outcome = JSON.readTree(line);
            if (outcome.at("/key/dimension").asText().equals("ALL")
                    && outcome.at("/key/step").asText().equals("DAY")) {
                latest = outcome.at("/value/items").asInt();
            }
        }
        return latest;
    }

    private static int parsedItems(Path letters) throws Exception {
        int items = 0;
        for (String line : Shell.imr("parse", letters.toString()).outLines()) {
            items += JSON.readTree(line).get("items").size();
        }
        return items;
    }

    /** The items on the topic. */
    private static List<JsonNode> items(String... options) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        for (String line : imr(with(options, "tail", "--from-beginning", "--until-end", "disputed-items"))
                .outLines()) {
            items.add(JSON.readTree(line));
        }
        return items;
    }

    private static boolean isEnriched(JsonNode item) {
        return item.at("/value/referenceVersion").asText().matches("[0-9a-f]{12}");
    }

    private static String[] with(String[] options, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    private static Ran imr(String... arguments) {
        Ran ran = Shell.imr(connected(arguments));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran;
    }

    private static String[] connected(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "-X", "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                "-X", "schema.registry.url=" + registry.url()));
        return all.toArray(String[]::new);
    }

    private static Process jar(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("imr.test.jar")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }
}
