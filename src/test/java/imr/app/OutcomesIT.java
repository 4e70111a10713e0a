package imr.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import imr.avro.DisputedItem;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.config.Settings;
import imr.config.SettingsLoader;
import imr.dev.ApicurioRegistry;
import imr.dev.EmbeddedBroker;
import imr.dev.letters.ItemTruth;
import imr.dev.letters.LetterRecord;
import imr.dev.letters.LetterStream;
import imr.names.Headers;
import imr.truth.Differences;
import imr.truth.Expected;
import imr.truth.TruthModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program on a real broker and a real registry, fed with letters that repeat, are amended, come out of order
 * or can't be read. It is stopped in the middle, robbed of its state, and later joined by a second one. What it publishes
 * is held against the {@link TruthModel}, window by window and item by item.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomesIT {

    private static final int RECORDS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<String> ADMINISTRATORS = Set.of("Sierra Crest Mutual", "Redwood Valley TPA");

    private final List<LetterRecord> rejected = new ArrayList<>();
    private Map<String, ItemTruth> expectedItems;
    private Map<OutcomeKey, Expected> expectedOutcomes;

    private ApicurioRegistry registry;
    private EmbeddedBroker broker;
    private ImrStream stream;
    private ImrStream second;
    private TopicReader reader;

    @BeforeAll
    void processLetters(@TempDir Path directory) throws Exception {
        registry = ApicurioRegistry.start();
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        Settings settings = settings(directory.resolve("state"));
        LetterStream letters = new LetterStream(LetterStream.Plan.ofRecords(20170214, RECORDS));
        TruthModel truth = new TruthModel(settings.counting().zone(), ADMINISTRATORS);
        try (TestTopics topics = TestTopics.create(settings)) {
            topics.publishReference();
            stream = ImrStream.start(settings, new SimpleMeterRegistry());
            publish(letters, RECORDS / 2, topics, truth);
            await().atMost(PATIENCE).until(() -> topics.lettersLeft() < RECORDS / 4);
            // Stopped in the middle of the work, and started again with nothing but what Kafka has kept.
            stream.close();
            Utils.delete(settings.processing().stateDirectory().toFile());
            stream = ImrStream.start(settings, new SimpleMeterRegistry());
            publish(letters, RECORDS / 4, topics, truth);
            // A second one takes over half of the partitions, and each keeps a standby of the other's state.
            second = ImrStream.start(settings(directory.resolve("second")), new SimpleMeterRegistry());
            assertThat(second.awaitRunning(PATIENCE)).isTrue();
            publish(letters, RECORDS, topics, truth);
            await().atMost(PATIENCE).until(() -> topics.lettersLeft() == 0);
        }
        expectedItems = truth.items();
        expectedOutcomes = truth.outcomes();
        reader = new TopicReader(broker.bootstrapServers());
    }

    private Settings settings(Path state) {
        return SettingsLoader.load(
                null,
                Map.of(),
                Map.ofEntries(
                        Map.entry("kafka.bootstrap.servers", broker.bootstrapServers()),
                        Map.entry("kafka.num.standby.replicas", "1"),
                        Map.entry("schema.registry.url", registry.url()),
                        Map.entry("imr.state-dir", state.toString()),
                        Map.entry("imr.threads", "2"),
                        Map.entry("imr.partitions", "4"),
                        Map.entry("imr.replication-factor", "1"),
                        Map.entry("imr.commit-interval-ms", "300"),
                        Map.entry("imr.claims-administrators", String.join(",", ADMINISTRATORS))));
    }

    private void publish(LetterStream letters, int most, TestTopics topics, TruthModel truth) {
        for (int i = 0; i < most && letters.hasNext(); i++) {
            LetterRecord letter = letters.next();
            topics.publish(letter);
            switch (letter.arrival()) {
                case FIRST, AMENDED ->
                    truth.count(letter.truth(), letter.headers().get(Headers.CLAIMS_ADMINISTRATOR), letter.timestamp());
                case REPEAT -> {}
                case REJECTED -> rejected.add(letter);
            }
        }
        topics.flush();
    }

    @AfterAll
    void stop() throws Exception {
        if (reader != null) {
            reader.close();
        }
        if (second != null) {
            second.close();
        }
        if (stream != null) {
            stream.close();
        }
        if (broker != null) {
            broker.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void everyWindowOfEveryDimensionIsRight() {
        Map<OutcomeKey, OutcomeMetrics> outcomes = new TreeMap<>();
        // The letters are all committed; what they changed has one more step to go.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            reader.readInto(stream.topics().outcomes(), outcomes);
            assertThat(Differences.between(expectedOutcomes, outcomes)).isEmpty();
        });
        assertThat(outcomes).hasSizeGreaterThan(1_000);
    }

    @Test
    void everyItemIsRightAndNoneIsLeftOver() {
        Map<String, DisputedItem> items = new TreeMap<>();
        reader.readInto(stream.topics().disputedItems(), items);

        assertThat(items.keySet()).isEqualTo(expectedItems.keySet());
        items.forEach((key, item) -> {
            ItemTruth expected = expectedItems.get(key);
            assertThat(item.getTreatment()).as(key).isEqualTo(expected.treatment());
            assertThat(item.getRequestInDispute()).as(key).isEqualTo(expected.requestInDispute());
            assertThat(item.getDecision()).as(key).isEqualTo(expected.decision());
            assertThat(item.getRationale()).as(key).isEqualTo(expected.rationale());
        });
    }

    @Test
    void theDeadLettersAreTheUnreadableOnesAsReceived() {
        List<ConsumerRecord<byte[], byte[]>> dead =
                reader.records(stream.topics().deadLetters());

        assertThat(dead).allSatisfy(letter -> {
            assertThat(header(letter, Headers.ERROR_STAGE)).isEqualTo("letter");
            assertThat(header(letter, Headers.ERROR_CODE)).isNotEmpty();
        });
        assertThat(dead.stream().map(letter -> ByteBuffer.wrap(letter.value())))
                .containsExactlyInAnyOrderElementsOf(rejected.stream()
                        .map(letter -> ByteBuffer.wrap(letter.text()))
                        .toList());
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
