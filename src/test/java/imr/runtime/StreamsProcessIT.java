package imr.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Tally;
import imr.config.Settings;
import imr.dev.EmbeddedBroker;
import imr.dev.EmbeddedRegistry;
import imr.names.Topics;
import imr.serde.AvroSerde;
import imr.serde.SchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A topology that needs the registry for its first record, with the registry away. */
@Timeout(180)
class StreamsProcessIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final RocksDbMemory memory = new RocksDbMemory(16 << 20);
    private final SimpleMeterRegistry counts = new SimpleMeterRegistry();
    private EmbeddedBroker broker;
    private EmbeddedRegistry server;
    private SchemaRegistry registry;
    private Topics topics;

    @BeforeEach
    void start() throws IOException {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        server = EmbeddedRegistry.start(0);
        registry = SchemaRegistry.connect(server.url(), Map.of("max.retries", "0"));
        topics = Topics.of("imr.", registry);
        try (var check = TopicCheck.connect(settings("60"), topics)) {
            check.create();
        }
    }

    @AfterEach
    void stop() {
        registry.close();
        memory.close();
        server.close();
        broker.close();
    }

    @Test
    void whileTheRegistryIsAwayNothingIsSkippedAndAfterItsReturnProcessingGoesOn() throws Exception {
        int port = Integer.parseInt(server.url().substring(server.url().lastIndexOf(':') + 1));
        server.close();
        publish("a", "b", "c");
        try (var process = process(settings("60"))) {
            process.start();
            Awaitility.await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> replaced() >= 2);
            assertThat(process.failure()).isEmpty();

            server = EmbeddedRegistry.start(port);

            assertThat(read("imr.outcomes", 3)).containsExactly("a", "b", "c");
            assertThat(process.awaitRunning(PATIENCE)).isTrue();
        }
        assertThat(read("imr.letters.dlq", 0)).isEmpty();
    }

    @Test
    void aRegistryThatStaysAwayEndsTheProcessWithItsAddress() throws Exception {
        server.close();
        publish("a");
        try (var process = process(settings("2"))) {
            process.start();

            assertThat(process.awaitEnd())
                    .get()
                    .asString()
                    .startsWith("schema of imr.outcomes-value at " + server.url());
            assertThat(replaced()).isPositive();
        }
        assertThat(read("imr.letters.dlq", 0)).isEmpty();
    }

    private double replaced() {
        return counts.get("imr.threads.replaced").counter().count();
    }

    private StreamsProcess process(Settings settings) {
        var meters = new Meters(counts);
        return new StreamsProcess(
                new KafkaStreams(topology(), StreamsProperties.of(settings, topics, meters, memory)),
                settings.processing(),
                meters);
    }

    private Topology topology() {
        var builder = new StreamsBuilder();
        builder.stream(
                        "imr.letters",
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("letters"))
                .mapValues(letter -> new Tally(1L, 1L, 1L, 0L), Named.as("letter"))
                .to(
                        "imr.outcomes",
                        Produced.with(Serdes.String(), AvroSerde.ofValues(registry, Tally.class))
                                .withName("outcomes"));
        return builder.build();
    }

    private Settings settings(String retrySeconds) {
        return TestSettings.with(Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "imr.partitions",
                "1",
                "imr.commit-interval-ms",
                "100",
                "kafka.consumer.session.timeout.ms",
                "6000",
                "imr.retry-timeout-seconds",
                retrySeconds,
                "imr.state-dir",
                folder.resolve("state").toString()));
    }

    private void publish(String... keys) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (String key : keys) {
                producer.send(new ProducerRecord<>("imr.letters", key, new byte[] {1}))
                        .get();
            }
        }
    }

    private List<String> read(String topic, int expected) {
        List<String> keys = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "group.id", "test"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> keys.add(record.key()));
                return keys.size() >= expected && !consumer.assignment().isEmpty();
            });
        }
        return keys;
    }
}
