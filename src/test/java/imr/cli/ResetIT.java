package imr.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import imr.app.ImrStream;
import imr.app.StartException;
import imr.app.TopicReader;
import imr.avro.Dimension;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.avro.WindowStep;
import imr.cli.Shell.Ran;
import imr.config.SettingsLoader;
import imr.dev.EmbeddedBroker;
import imr.dev.EmbeddedRegistry;
import imr.names.StoreNames;
import imr.names.Topic;
import imr.names.Topics;
import imr.serde.SchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A changed setting over existing state, and the way out of it, on a real broker; one step after the other. */
@Timeout(180)
@TestMethodOrder(OrderAnnotation.class)
class ResetIT {

    private static final int LETTERS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String LOS_ANGELES = "America/Los_Angeles";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;
    private static long items;
    private static TopicReader reader;
    private static Map<OutcomeKey, OutcomeMetrics> counted;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        registry = EmbeddedRegistry.start(0);
        reader = new TopicReader(broker.bootstrapServers());
        imr("topics", "create");
        imr("reference", "load");
        Path letters = folder.resolve("letters");
        Shell.imr("generate", "--count", "" + LETTERS, "--seed", "5", "--dir", letters.toString());
        imr("publish", letters.toString());
        items = Shell.imr("parse", letters.toString()).out().split("\"position\":", -1).length - 1L;
    }

    @AfterAll
    static void stop() {
        reader.close();
        registry.close();
        broker.close();
    }

    @Test
    @Order(1)
    void theInternalTopicsAreThoseThatAResetKnows() throws Exception {
        try (ImrStream stream = run(LOS_ANGELES, "state")) {
            counted = whenAllIsCounted();
            assertThat(stream.failure()).isEmpty();
        }

        assertThat(topicsOfTheApplication())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                StoreNames.internalTopics("imr-stream").stream(),
                                Stream.of(StoreNames.countingTopic("imr-stream")))
                        .toList());
    }

    @Test
    @Order(2)
    void anotherZoneOverTheStateIsRefusedAlsoWithoutTheStateFolder() {
        StartException refused = catchThrowableOfType(StartException.class, () -> run("UTC", "state"));
        StartException elsewhere = catchThrowableOfType(StartException.class, () -> run("UTC", "elsewhere"));
        Ran verb = imr("run", "-X", "imr.zone=UTC", "-X", "imr.dimensions=ALL");

        assertThat(refused.problems()).hasSize(2);
        assertThat(refused.problems().get(0))
                .isEqualTo("imr.zone is UTC, but the state was counted with America/Los_Angeles");
        assertThat(refused.problems().get(1)).contains("imr.application-id").contains("imr reset");
        assertThat(elsewhere.problems()).isEqualTo(refused.problems());
        assertThat(verb.exitCode()).isEqualTo(1);
        assertThat(verb.err()).contains("imr run: imr.zone is UTC").contains("imr run: imr.dimensions is ALL");
    }

    @Test
    @Order(3)
    void theSameSettingsGoOnAndWhileTheyDoAResetIsRefused() throws Exception {
        Set<String> before = topicsOfTheApplication();
        try (ImrStream stream = run(LOS_ANGELES, "elsewhere")) {
            assertThat(stream.awaitRunning(PATIENCE)).isTrue();

            Ran reset = imr("reset", "--outputs", "empty", "--yes");

            assertThat(reset.exitCode()).isEqualTo(1);
            assertThat(reset.err()).contains("instances of application imr-stream are at work");
            assertThat(stream.failure()).isEmpty();
        }
        assertThat(topicsOfTheApplication()).isEqualTo(before);
        assertThat(outcomes()).isEqualTo(counted);
    }

    @Test
    @Order(4)
    void aDryRunAndAnAnswerOtherThanTheIdChangeNothing() throws Exception {
        Set<String> before = topicsOfTheApplication();

        Ran unsaid = imr("reset");
        Ran dry = imr("reset", "--outputs", "keep", "--dry-run", "-X", "imr.state-dir=" + folder.resolve("state"));
        Ran doubtful = reading("yes\n", "reset", "--outputs", "empty");
        Ran closed = reading("", "reset", "--outputs", "empty");

        assertThat(unsaid.exitCode()).isEqualTo(2);
        assertThat(unsaid.err()).contains("--outputs");
        assertThat(dry.exitCode()).as(dry.err()).isZero();
        assertThat(dry.out())
                .contains("group imr-stream: offsets of ")
                .contains("topic imr-stream-ledger-changelog: to be deleted")
                .contains("topic imr-stream-counting: to be deleted")
                .contains("folder " + folder.resolve("state/imr-stream") + ": to be deleted")
                .contains("topic imr.outcomes: kept");
        for (Ran ran : List.of(doubtful, closed)) {
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("type the application's id").contains("nothing was changed");
        }
        assertThat(topicsOfTheApplication()).isEqualTo(before);
        assertThat(outcomes()).isEqualTo(counted);
    }

    @Test
    @Order(5)
    void afterAResetAnotherZoneCountsAllLettersAgain() throws Exception {
        Ran reset = reading(
                "imr-stream\n", "reset", "--outputs", "empty", "-X", "imr.state-dir=" + folder.resolve("elsewhere"));

        assertThat(reset.exitCode()).as(reset.err()).isZero();
        assertThat(reset.err()).contains("application imr-stream is reset");
        assertThat(topicsOfTheApplication()).isEmpty();
        assertThat(folder.resolve("elsewhere/imr-stream")).doesNotExist();
        assertThat(outcomes()).isEmpty();
        assertThat(latest(topics().disputedItems())).isEmpty();

        // This folder is of the old state: as on another machine, nobody has told it.
        assertThat(folder.resolve("state/imr-stream")).exists();
        try (ImrStream stream = run("UTC", "state")) {
            Map<OutcomeKey, OutcomeMetrics> again = whenAllIsCounted();

            assertThat(stream.failure()).isEmpty();
            assertThat(again.keySet())
                    .filteredOn(window -> window.getStep() == WindowStep.DAY)
                    .allMatch(window -> window.getWindowStart()
                                    .atZone(ZoneId.of("UTC"))
                                    .toLocalTime()
                                    .toSecondOfDay()
                            == 0);
        }
    }

    @Test
    @Order(6)
    void outputsThatAreKeptAreReplacedByTheSameAgain() throws Exception {
        Map<OutcomeKey, OutcomeMetrics> before = outcomes();

        Ran reset = imr("reset", "--outputs", "keep", "--yes", "-X", "imr.state-dir=" + folder.resolve("state"));

        assertThat(reset.exitCode()).as(reset.err()).isZero();
        assertThat(outcomes()).isEqualTo(before);
        long records = reader.records(topics().outcomes()).size();
        try (ImrStream stream = run("UTC", "state")) {
            await().atMost(PATIENCE)
                    .until(() -> reader.records(topics().outcomes()).size() >= records + before.size());
            assertThat(stream.failure()).isEmpty();
        }
        assertThat(outcomes()).isEqualTo(before);
    }

    @Test
    @Order(7)
    void whereThereIsNothingThereIsNothingToReset() {
        Ran reset = imr("reset", "--outputs", "keep", "-X", "imr.application-id=nobody");

        assertThat(reset.exitCode()).as(reset.err()).isZero();
        assertThat(reset.err()).contains("nothing to be reset");
    }

    private static ImrStream run(String zone, String state) {
        Map<String, String> flags = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", registry.url(),
                "imr.commit-interval-ms", "100",
                "imr.zone", zone,
                "imr.state-dir", folder.resolve(state).toString()));
        return ImrStream.start(SettingsLoader.load(null, Map.of(), flags), new SimpleMeterRegistry());
    }

    private static Map<OutcomeKey, OutcomeMetrics> whenAllIsCounted() {
        return await().atMost(PATIENCE)
                .until(
                        ResetIT::outcomes,
                        outcomes -> total(outcomes, Dimension.ALL) == items
                                && total(outcomes, Dimension.SERVICE_CATEGORY) == items
                                && total(outcomes, Dimension.TREATMENT) == items);
    }

    private static long total(Map<OutcomeKey, OutcomeMetrics> outcomes, Dimension dimension) {
        return outcomes.entrySet().stream()
                .filter(window -> window.getKey().getDimension() == dimension
                        && window.getKey().getStep() == WindowStep.DAY)
                .mapToLong(window -> window.getValue().getItems())
                .sum();
    }

    private static Map<OutcomeKey, OutcomeMetrics> outcomes() {
        return latest(topics().outcomes());
    }

    private static <K, V> Map<K, V> latest(Topic<K, V> topic) {
        Map<K, V> latest = new HashMap<>();
        reader.readInto(topic, latest);
        return latest;
    }

    private static Topics topics() {
        return Topics.of("imr.", SchemaRegistry.connect(registry.url(), Map.of()));
    }

    private static Set<String> topicsOfTheApplication() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith("imr-stream-"))
                    .collect(Collectors.toSet());
        }
    }

    private static Ran imr(String... arguments) {
        return reading("", arguments);
    }

    private static Ran reading(String standardInput, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "-X", "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                "-X", "schema.registry.url=" + registry.url(),
                "-X", "imr.partitions=2"));
        return Shell.imrReading(standardInput, all.toArray(String[]::new));
    }
}
