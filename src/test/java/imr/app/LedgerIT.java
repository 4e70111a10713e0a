package imr.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import imr.avro.LedgerEntry;
import imr.config.Settings;
import imr.config.SettingsLoader;
import imr.dev.EmbeddedBroker;
import imr.dev.EmbeddedRegistry;
import imr.dev.letters.GeneratedLetter;
import imr.dev.letters.LetterGenerator;
import imr.names.StoreNames;
import imr.names.Topic;
import imr.serde.StateSerde;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the ledger takes for a case, and that it forgets none. {@code -Dimr.ledger.cases=100000} measures with as many; the
 * figures are printed.
 */
@Timeout(1_200)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerIT {

    private static final int CASES = Integer.getInteger("imr.ledger.cases", 2_000);
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Instant START = Instant.parse("2017-02-14T17:00:00Z");

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        folder = directory;
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        registry = EmbeddedRegistry.start(0);
    }

    @AfterAll
    void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void anEntryIsSmallAndSurvivesRestartsRestoresAndRebalances() throws Exception {
        Settings settings = settings("state");
        try (TestTopics topics = TestTopics.create(settings);
                TopicReader reader = new TopicReader(broker.bootstrapServers())) {
            topics.publishReference();
            try (ImrStream first = ImrStream.start(settings, new SimpleMeterRegistry())) {
                publish(topics);
                await().atMost(PATIENCE).until(() -> topics.lettersLeft() == 0);
                settle(first);
            }
            assertEntriesAreSmall(reader);
            measureDisk();

            // Restart with the stores as they are.
            try (ImrStream again = ImrStream.start(settings, new SimpleMeterRegistry())) {
                everyLetterIsKnown(topics, again);
            }
            // Restart without them: everything is restored from Kafka.
            Utils.delete(settings.processing().stateDirectory().toFile());
            try (ImrStream restored = ImrStream.start(settings, new SimpleMeterRegistry())) {
                everyLetterIsKnown(topics, restored);
                // A second instance takes over half of the partitions.
                try (ImrStream second = ImrStream.start(settings("second"), new SimpleMeterRegistry())) {
                    assertThat(second.awaitRunning(PATIENCE)).isTrue();
                    everyLetterIsKnown(topics, restored);
                }
            }
        }
    }

    private void everyLetterIsKnown(TestTopics topics, ImrStream stream) throws Exception {
        assertThat(stream.awaitRunning(PATIENCE)).isTrue();
        long items = ends(stream.topics().disputedItems());
        long outcomes = ends(stream.topics().outcomes());

        publish(topics);
        await().atMost(PATIENCE).until(() -> topics.lettersLeft() == 0);
        // What a forgotten letter would change has one more step to go.
        Thread.sleep(2_000);

        assertThat(ends(stream.topics().disputedItems())).isEqualTo(items);
        assertThat(ends(stream.topics().outcomes())).isEqualTo(outcomes);
    }

    /** Waits until nothing more comes out. */
    private void settle(ImrStream stream) {
        AtomicLong before = new AtomicLong(-1);
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
            long now = ends(stream.topics().outcomes());
            return before.getAndSet(now) == now;
        });
    }

    /** Ends of a topic's partitions, summed: whatever is written, and be it the marker of a transaction, moves one. */
    private long ends(Topic<?, ?> topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static void publish(TestTopics topics) {
        LetterGenerator letters = new LetterGenerator(7);
        for (int i = 0; i < CASES; i++) {
            GeneratedLetter letter = letters.letter(i);
            topics.publish(letter.key(), letter.text(), letter.headers(), START.plusSeconds(i));
            if (i % 10_000 == 0) {
                topics.flush();
            }
        }
        topics.flush();
    }

    /** The bytes of each entry, and that none holds text of a letter beyond names from the vocabularies. */
    private void assertEntriesAreSmall(TopicReader reader) {
        Topic<String, LedgerEntry> changelog =
                new Topic<>("ledger-ledger-changelog", Serdes.String(), StateSerde.ofValues(LedgerEntry.class));
        List<ConsumerRecord<byte[], byte[]>> entries = reader.records(changelog);
        assertThat(entries).hasSize(CASES);
        long keys = entries.stream().mapToLong(entry -> entry.key().length).sum();
        long values = entries.stream().mapToLong(entry -> entry.value().length).sum();
        int largest =
                entries.stream().mapToInt(entry -> entry.value().length).max().orElseThrow();
        print("entry", "key %.1f, value %.1f on average, %d at most", mean(keys), mean(values), largest);
        assertThat(mean(values)).isLessThan(600);
        assertThat(largest).isLessThan(4_000);
    }

    private void measureDisk() throws IOException {
        double store =
                mean(bytes(folder.resolve("state"), path -> path.toString().contains("rocksdb/" + StoreNames.LEDGER)));
        double changelog = mean(bytes(
                folder.resolve("broker"),
                path -> path.toString().contains("-ledger-changelog-")
                        && path.toString().endsWith(".log")));
        print("disk", "store %.1f, changelog %.1f", store, changelog);
        print("2,000,000 cases", "store %.0f MB, changelog %.0f MB a copy", store * 2, changelog * 2);
    }

    private static long bytes(Path root, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(wanted)
                    .mapToLong(LedgerIT::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static double mean(long sum) {
        return (double) sum / CASES;
    }

    private static void print(String what, String format, Object... values) {
        System.out.printf(
                Locale.ROOT,
                "ledger, %,d cases, bytes a case: %s: %s%n",
                CASES,
                what,
                String.format(Locale.ROOT, format, values));
    }

    private Settings settings(String state) {
        return SettingsLoader.load(
                null,
                Map.of(),
                new HashMap<>(Map.of(
                        "kafka.bootstrap.servers", broker.bootstrapServers(),
                        "schema.registry.url", registry.url(),
                        "imr.application-id", "ledger",
                        "imr.partitions", "4",
                        "imr.replication-factor", "1",
                        "imr.commit-interval-ms", "500",
                        "kafka.consumer.session.timeout.ms", "6000",
                        "imr.state-dir", folder.resolve(state).toString())));
    }
}
