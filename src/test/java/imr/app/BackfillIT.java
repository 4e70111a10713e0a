package imr.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import imr.avro.DisputedItem;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.config.Settings;
import imr.config.SettingsLoader;
import imr.dev.EmbeddedBroker;
import imr.dev.EmbeddedRegistry;
import imr.dev.letters.LetterRecord;
import imr.dev.letters.LetterRecord.Arrival;
import imr.names.Headers;
import imr.names.Topic;
import imr.truth.Differences;
import imr.truth.EdgeLetters;
import imr.truth.Expected;
import imr.truth.TruthModel;
import imr.truth.TwelveYears;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same letters of twelve years, live as they were decided and as a backfill in several orders over several numbers of
 * partitions, on a real broker: the outcomes are the same to the byte.
 */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackfillIT {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Instant BACKFILL = Instant.parse("2025-06-01T19:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CASES = 400;

    private final TwelveYears letters = new TwelveYears(20, CASES, ZONE);
    private final TruthModel truth = letters.truth();
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private TopicReader reader;
    private Path folder;

    /** What a run left on its topics. */
    private record Result(
            Map<OutcomeKey, ByteBuffer> outcomes,
            Map<String, DisputedItem> items,
            List<ConsumerRecord<byte[], byte[]>> updates,
            int deadLetters) {}

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        folder = directory;
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        registry = EmbeddedRegistry.start(0);
        reader = new TopicReader(broker.bootstrapServers());
    }

    @AfterAll
    void stop() {
        reader.close();
        registry.close();
        broker.close();
    }

    @Test
    void aBackfillInAnyOrderOverAnyPartitionsGivesTheBytesOfLiveProcessing() throws Exception {
        Result live = live();
        assertThat(live.outcomes()).hasSizeGreaterThan(5_000);

        Map<String, Result> backfills = new TreeMap<>();
        backfills.put("sorted1", backfill("sorted1", letters.live(), 1));
        backfills.put("backwards3", backfill("backwards3", letters.backwards(), 3));
        backfills.put("shuffled1", backfill("shuffled1", letters.shuffled(1), 1));
        backfills.put("shuffled3", backfill("shuffled3", letters.shuffled(2), 3));
        backfills.put("shuffled6", backfill("shuffled6", letters.shuffled(3), 6));

        backfills.forEach((order, backfill) -> {
            assertThat(backfill.outcomes()).as(order).isEqualTo(live.outcomes());
            assertThat(backfill.items()).as(order).isEqualTo(live.items());
            assertThat(backfill.deadLetters()).as(order).isZero();
        });
    }

    @Test
    void lettersAtTheEdgesOfTheCalendarCountWhereTheyBelong() throws Exception {
        TruthModel edges = new TruthModel(ZONE, Set.of());
        List<LetterRecord> stream = EdgeLetters.stream(1);
        for (LetterRecord letter : stream) {
            if (letter.arrival() != Arrival.REPEAT) {
                edges.count(letter.truth(), letter.headers().get(Headers.CLAIMS_ADMINISTRATOR), letter.timestamp());
            }
        }
        Settings settings = settings("edges", 4, Map.of("imr.event-time", "record"));
        try (TestTopics topics = prepared(settings);
                ImrStream app = ImrStream.start(settings, new SimpleMeterRegistry())) {
            stream.forEach(topics::publish);
            topics.flush();

            finished(topics, app, edges.outcomes());
        }
    }

    /** Published bit by bit, as the days went by, with many commits in between. */
    private Result live() throws Exception {
        Settings settings = settings("live", 3, Map.of("imr.commit-interval-ms", "50"));
        try (TestTopics topics = prepared(settings);
                ImrStream app = ImrStream.start(settings, new SimpleMeterRegistry())) {
            int published = 0;
            for (LetterRecord letter : letters.live()) {
                topics.publish(letter);
                if (++published % 20 == 0) {
                    topics.flush();
                    await().atMost(PATIENCE).until(() -> topics.lettersLeft() == 0);
                }
            }
            topics.flush();
            Result result = finished(topics, app, truth.outcomes());
            noUpdateIsNeedless(result);
            return result;
        }
    }

    /** All there before the program starts. */
    private Result backfill(String name, List<LetterRecord> order, int partitions) throws Exception {
        Settings settings = settings(name, partitions, Map.of());
        try (TestTopics topics = prepared(settings)) {
            for (LetterRecord letter : order) {
                topics.publish(letter.key(), letter.text(), letter.headers(), BACKFILL);
            }
            topics.flush();
            try (ImrStream app = ImrStream.start(settings, new SimpleMeterRegistry())) {
                Result result = finished(topics, app, truth.outcomes());
                noUpdateIsNeedless(result);
                return result;
            }
        }
    }

    private Result finished(TestTopics topics, ImrStream app, Map<OutcomeKey, Expected> expected) {
        await().atMost(PATIENCE).until(() -> topics.lettersLeft() == 0);
        // The letters are all committed; what they changed has one more step to go.
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<OutcomeKey, OutcomeMetrics> outcomes = new HashMap<>();
            reader.readInto(app.topics().outcomes(), outcomes);
            assertThat(Differences.between(expected, outcomes)).isEmpty();
        });
        assertThat(app.failure()).isEmpty();
        Map<String, DisputedItem> items = new TreeMap<>();
        reader.readInto(app.topics().disputedItems(), items);
        List<ConsumerRecord<byte[], byte[]>> updates =
                reader.records(app.topics().outcomes());
        return new Result(
                latest(app.topics().outcomes(), updates),
                items,
                updates,
                reader.records(app.topics().deadLetters()).size());
    }

    private static Map<OutcomeKey, ByteBuffer> latest(
            Topic<OutcomeKey, OutcomeMetrics> topic, List<ConsumerRecord<byte[], byte[]>> updates) {
        Map<OutcomeKey, ByteBuffer> latest = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> update : updates) {
            OutcomeKey window = topic.keySerde().deserializer().deserialize(topic.name(), update.key());
            if (update.value() == null) {
                latest.remove(window);
            } else {
                latest.put(window, ByteBuffer.wrap(update.value()));
            }
        }
        return latest;
    }

    /**
     * At most one update a key and commit, and none that says what the one before said. One thread works, so that in each
     * partition one transaction follows another, with a marker in between that takes an offset.
     */
    private static void noUpdateIsNeedless(Result result) {
        Map<ByteBuffer, byte[]> said = new HashMap<>();
        Set<ByteBuffer> inTransaction = new HashSet<>();
        int partition = -1;
        long next = -1;
        int transactions = 0;
        List<ConsumerRecord<byte[], byte[]>> updates = new ArrayList<>(result.updates());
        updates.sort(Comparator.comparingInt((ConsumerRecord<byte[], byte[]> update) -> update.partition())
                .thenComparingLong(ConsumerRecord::offset));
        for (ConsumerRecord<byte[], byte[]> update : updates) {
            if (update.partition() != partition || update.offset() != next) {
                inTransaction.clear();
                transactions++;
            }
            partition = update.partition();
            next = update.offset() + 1;
            ByteBuffer window = ByteBuffer.wrap(update.key());
            assertThat(inTransaction.add(window)).as("one update a commit").isTrue();
            assertThat(Arrays.equals(update.value(), said.put(window, update.value())))
                    .as("an update says something new")
                    .isFalse();
        }
        assertThat(transactions).isPositive();
    }

    private TestTopics prepared(Settings settings) {
        TestTopics topics = TestTopics.create(settings);
        topics.publishReference();
        return topics;
    }

    private Settings settings(String name, int partitions, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "schema.registry.url",
                registry.url(),
                "imr.application-id",
                name,
                "imr.topic-prefix",
                name + ".",
                "imr.partitions",
                Integer.toString(partitions),
                "imr.replication-factor",
                "1",
                "imr.event-time",
                "decision-date",
                "imr.commit-interval-ms",
                "200",
                "imr.state-dir",
                folder.resolve("state").toString()));
        all.putAll(more);
        return SettingsLoader.load(null, Map.of(), all);
    }
}
