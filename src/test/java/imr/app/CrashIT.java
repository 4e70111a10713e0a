package imr.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.DisputedItem;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.config.Settings;
import imr.config.SettingsLoader;
import imr.dev.ApicurioRegistry;
import imr.dev.BrokerProcess;
import imr.dev.letters.LetterStream;
import imr.names.Headers;
import imr.names.Topic;
import imr.truth.Differences;
import imr.truth.Expected;
import imr.truth.ItemCheck;
import imr.truth.TruthModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application, two and at times three instances in JVMs of their own, on a broker and a registry in theirs.
 * While letters are published, instances are killed at random moments, robbed of their state, added and taken away, and
 * the broker is restarted. What has been published at the end is held against the {@link TruthModel}: every window of
 * every dimension, every record of every item in its order, and every dead letter.
 *
 * <p>How many letters and kills, and by which seed, say the system properties {@code imr.crash.letters},
 * {@code imr.crash.kills} and {@code imr.crash.seed}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

    private static final int LETTERS = Integer.getInteger("imr.crash.letters", 20_000);
    private static final int KILLS = Integer.getInteger("imr.crash.kills", 4);
    private static final long SEED = Long.getLong("imr.crash.seed", 20171101);

    /** Slow enough for instances to come back before the letters are over. */
    private static final int LETTERS_PER_SECOND = 1_000;

    private static final Set<String> ADMINISTRATORS = Set.of("Sierra Crest Mutual", "Redwood Valley TPA");

    private static final Path LOGS = Path.of("target", "crash");

    private final ItemCheck items = new ItemCheck();

    private ApicurioRegistry registry;
    private BrokerProcess broker;
    private TestTopics topics;
    private Fleet fleet;
    private LetterFeed feed;
    private CrashRun run;
    private TopicReader reader;
    private TruthModel truth;

    @BeforeAll
    void crashWhileLettersCome(@TempDir Path directory) throws Exception {
        Path jar = Path.of(System.getProperty("imr.test.jar", "target/imr.jar"));
        emptyLogs();
        registry = ApicurioRegistry.start();
        broker = BrokerProcess.start(jar, directory.resolve("broker"), LOGS.resolve("broker.log"), Map.of());
        Settings settings = SettingsLoader.load(null, Map.of(), settings());
        truth = new TruthModel(settings.counting().zone(), ADMINISTRATORS);
        topics = TestTopics.create(settings);
        topics.keepEveryRecord(topics.names().disputedItems());
        ImrStream.prepareSchemas(topics.names());
        topics.publishReference();
        fleet = new Fleet(jar, settings(), directory, LOGS);
        feed = new LetterFeed(
                new LetterStream(LetterStream.Plan.ofRecords(SEED, LETTERS)), LETTERS_PER_SECOND, topics, truth, items);
        try (GroupView group = new GroupView(broker.bootstrapServers(), settings.applicationId(), topics)) {
            run = new CrashRun(SEED, broker, fleet, feed, topics, group);
            run.run(CrashPlan.of(SEED, LETTERS, KILLS));
        }
        reader = new TopicReader(broker.bootstrapServers());
    }

    /** Those of production but for what makes waiting short: how soon a dead instance is missed, and one is given work. */
    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("kafka.bootstrap.servers", broker.bootstrapServers()),
                Map.entry("schema.registry.url", registry.url()),
                Map.entry("imr.replication-factor", "1"),
                Map.entry("imr.claims-administrators", String.join(",", ADMINISTRATORS)),
                Map.entry("kafka.consumer.session.timeout.ms", "6000"),
                Map.entry("kafka.consumer.heartbeat.interval.ms", "1000"),
                // At once, however much state it has to restore first; else after it has warmed up, minutes later.
                Map.entry("kafka.acceptable.recovery.lag", Integer.toString(Integer.MAX_VALUE)));
    }

    private static void emptyLogs() throws IOException {
        Utils.delete(LOGS.toFile());
        Files.createDirectories(LOGS);
    }

    @AfterAll
    void stop() {
        Utils.closeQuietly(reader, "reader");
        Utils.closeQuietly(fleet, "instances");
        Utils.closeQuietly(topics, "topics");
        Utils.closeQuietly(broker, "broker");
        Utils.closeQuietly(registry, "registry");
    }

    @Test
    void everyWindowOfEveryDimensionIsRight() {
        Map<OutcomeKey, Expected> expected = truth.outcomes();
        Map<OutcomeKey, OutcomeMetrics> outcomes = new TreeMap<>();
        reader.readInto(topics.names().outcomes(), outcomes);

        assertThat(Differences.between(expected, outcomes)).isEmpty();
        assertThat(outcomes).hasSizeGreaterThan(1_000);
        tell("windows equal: %,d", outcomes.size());
    }

    @Test
    void everyItemWasPublishedOnceAsItIsAndTakenBackWhereItIsGone() {
        Topic<String, DisputedItem> topic = topics.names().disputedItems();
        reader.forEach(
                topic,
                record -> items.saw(
                        topic.keySerde().deserializer().deserialize(topic.name(), record.key()),
                        topic.valueSerde().deserializer().deserialize(topic.name(), record.value())));

        assertThat(items.differences()).isEmpty();
        assertThat(items.tombstones()).isPositive();
        tell("item records equal: %,d, of which tombstones %,d", items.records(), items.tombstones());
    }

    @Test
    void theDeadLettersAreTheUnreadableOnesOnceEachAsReceived() {
        List<ConsumerRecord<byte[], byte[]>> dead =
                reader.records(topics.names().deadLetters());

        assertThat(count(dead.stream().map(letter -> new Bytes(letter.value()))))
                .isEqualTo(count(feed.rejected().stream().map(letter -> new Bytes(letter.text()))));
        assertThat(dead.stream().map(CrashIT::source)).doesNotHaveDuplicates();
        assertThat(dead)
                .allSatisfy(letter ->
                        assertThat(header(letter, Headers.ERROR_STAGE)).isEqualTo("letter"));
        tell("dead letters equal: %,d", dead.size());
    }

    private static Map<Bytes, Long> count(Stream<Bytes> letters) {
        return letters.collect(Collectors.groupingBy(text -> text, Collectors.counting()));
    }

    private static String source(ConsumerRecord<byte[], byte[]> letter) {
        return header(letter, "__streams.errors.partition") + "@" + header(letter, "__streams.errors.offset");
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void theBlowsFellAsPlanned() {
        assertThat(feed.published()).isEqualTo(LETTERS);
        assertThat(fleet.starts()).isEqualTo(2 + KILLS + 1);
        assertThat(fleet.running()).hasSize(2);
        tell(
                "%,d letters, %d kills, %d of them at work, %d starts of instances, %d s, %.0f letters/s",
                LETTERS, KILLS, run.killsAtWork(), fleet.starts(), run.seconds(), LETTERS / (double) run.seconds());
    }

    @Test
    void noLogHoldsTextOfALetter() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path log : fleet.logs()) {
            // A kill may have cut off a character.
            lines.addAll(Files.readAllLines(log, ISO_8859_1));
        }
        assertThat(lines).anyMatch(line -> line.contains("RUNNING after"));
        assertThat(lines).filteredOn(CrashIT::isOfALetter).isEmpty();
    }

    private static boolean isOfALetter(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.contains("medically necessary") || lower.contains("rationale");
    }

    private static void tell(String format, Object... values) {
        System.out.println("crash test: " + String.format(Locale.ROOT, format, values));
    }
}
