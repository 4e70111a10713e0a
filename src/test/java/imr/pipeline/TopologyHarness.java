package imr.pipeline;

import imr.avro.DisputedItem;
import imr.avro.Guideline;
import imr.avro.LedgerEntry;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.avro.Treatment;
import imr.config.Settings;
import imr.config.SettingsLoader;
import imr.dev.EmbeddedRegistry;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import imr.names.StoreNames;
import imr.names.Topic;
import imr.names.Topics;
import imr.runtime.RocksDbMemory;
import imr.runtime.StreamsProperties;
import imr.serde.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole topology in a test driver, with the settings and the serdes of production. */
final class TopologyHarness implements AutoCloseable {

    final CollectedEvents events = new CollectedEvents();

    private final EmbeddedRegistry server;
    private final SchemaRegistry registry;
    private final RocksDbMemory memory;
    private final Path state;
    private final Topology topology;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> letters;
    private final TestOutputTopic<String, DisputedItem> itemTopic;
    private final TestOutputTopic<OutcomeKey, OutcomeMetrics> outcomeTopic;
    private final TestOutputTopic<byte[], byte[]> deadLetterTopic;
    private final Map<String, DisputedItem> items = new HashMap<>();
    private final Map<OutcomeKey, OutcomeMetrics> outcomes = new HashMap<>();
    private final List<TestRecord<byte[], byte[]>> deadLetters = new ArrayList<>();

    TopologyHarness(String eventTime, Duration retention) {
        this(Map.of("imr.event-time", eventTime, "imr.retention-days", Long.toString(retention.toDays())));
    }

    TopologyHarness(Map<String, String> flags) {
        try {
            server = EmbeddedRegistry.start(0);
            state = Files.createTempDirectory("imr-topology");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Settings settings = settings(flags);
        registry = SchemaRegistry.connect(server.url(), settings.registry().properties());
        Topics topics = Topics.of(settings.topicPrefix(), registry);
        memory = new RocksDbMemory(settings.processing().rocksDbMemoryBytes());
        topology = Pipeline.topology(settings, topics, events);
        driver = new TopologyTestDriver(topology, StreamsProperties.of(settings, topics, events, memory));
        letters =
                driver.createInputTopic(topics.letters().name(), new ByteArraySerializer(), new ByteArraySerializer());
        itemTopic = output(topics.disputedItems());
        outcomeTopic = output(topics.outcomes());
        deadLetterTopic = output(topics.deadLetters());
        TestInputTopic<String, Guideline> guidelines = input(topics.guidelines());
        BundledGuidelines.load().forEach(guideline -> guidelines.pipeInput(guideline.getId(), guideline));
        TestInputTopic<String, Treatment> treatments = input(topics.treatments());
        BundledTreatments.load().forEach(treatment -> treatments.pipeInput(treatment.getId(), treatment));
    }

    private <V> TestInputTopic<String, V> input(Topic<String, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    private Settings settings(Map<String, String> flags) {
        Map<String, String> all = new HashMap<>(flags);
        all.put("kafka.bootstrap.servers", "127.0.0.1:1");
        all.put("schema.registry.url", server.url());
        all.put("imr.state-dir", state.toString());
        return SettingsLoader.load(null, Map.of(), all);
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }

    void publish(@Nullable String key, SmallLetter letter, Instant time) {
        publish(key, letter.bytes(), new RecordHeaders(), time);
    }

    void publish(@Nullable String key, byte @Nullable [] letter, Headers headers, Instant time) {
        byte[] rawKey = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        letters.pipeInput(new TestRecord<>(rawKey, letter, headers, time));
    }

    /** The items on the topic now, as after compaction. */
    Map<String, DisputedItem> items() {
        for (KeyValue<String, DisputedItem> item : itemTopic.readKeyValuesToList()) {
            if (item.value == null) {
                items.remove(item.key);
            } else {
                items.put(item.key, item.value);
            }
        }
        return Map.copyOf(items);
    }

    /** What is on record for a letter id. */
    @Nullable
    LedgerEntry onRecord(String letterId) {
        return driver.<String, LedgerEntry>getKeyValueStore(StoreNames.LEDGER).get(letterId);
    }

    /** Records on the outcomes topic since it was last read. */
    long updates() {
        return outcomeTopic.getQueueSize();
    }

    /** The latest metrics of each window that holds something. */
    Map<OutcomeKey, OutcomeMetrics> outcomes() {
        for (KeyValue<OutcomeKey, OutcomeMetrics> outcome : outcomeTopic.readKeyValuesToList()) {
            if (outcome.value == null) {
                outcomes.remove(outcome.key);
            } else {
                outcomes.put(outcome.key, outcome.value);
            }
        }
        return Map.copyOf(outcomes);
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        deadLetters.addAll(deadLetterTopic.readRecordsToList());
        return deadLetters;
    }

    Topology topology() {
        return topology;
    }

    @Override
    public void close() {
        driver.close();
        memory.close();
        registry.close();
        server.close();
        Utils.closeQuietly(() -> Utils.delete(state.toFile()), "state of the topology");
    }
}
