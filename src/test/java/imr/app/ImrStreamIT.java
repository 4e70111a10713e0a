package imr.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import imr.avro.Guideline;
import imr.avro.GuidelineSource;
import imr.avro.Treatment;
import imr.config.Settings;
import imr.config.SettingsLoader;
import imr.dev.EmbeddedBroker;
import imr.dev.EmbeddedRegistry;
import imr.names.StoreNames;
import imr.names.Topic;
import imr.names.Topics;
import imr.runtime.TopicCheck;
import imr.serde.SchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Start, faults and end of the program, on a real broker and registry. */
@Timeout(180)
class ImrStreamIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private EmbeddedRegistry server;

    @BeforeEach
    void start() throws IOException {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        server = EmbeddedRegistry.start(0);
    }

    @AfterEach
    void stop() {
        server.close();
        broker.close();
    }

    @Test
    void aRegistryThatIsDownAndMissingTopicsAreToldTogetherAtStart() {
        server.close();

        StartException told = catchThrowableOfType(
                StartException.class, () -> ImrStream.start(settings(Map.of()), new SimpleMeterRegistry()));

        assertThat(told.problems()).hasSize(2);
        assertThat(told.problems().get(0)).startsWith("schema registry " + server.url() + " can't be used");
        assertThat(told.problems().get(1))
                .isEqualTo("missing topics: imr.disputed-items, imr.guidelines, imr.letters, imr.letters.dlq,"
                        + " imr.outcomes, imr.treatments (make them with: imr topics create)");
    }

    @Test
    void lettersWaitForAReferenceAndGoOnByThemselves() throws Exception {
        createTopics();
        publishLetter("CM16-0000001", "no determination at all");
        try (var stream = ImrStream.start(settings(Map.of()), new SimpleMeterRegistry())) {
            assertThat(stream.awaitRunning(Duration.ofSeconds(3))).isFalse();
            assertThat(read("imr.letters.dlq", 0)).isEmpty();

            publish(guideline("g1"));
            assertThat(stream.awaitRunning(Duration.ofSeconds(3)))
                    .as("one of two topics is not enough")
                    .isFalse();
            publishTreatment();

            assertThat(stream.awaitRunning(PATIENCE)).isTrue();
            assertThat(read("imr.letters.dlq", 1)).hasSize(1);
        }
    }

    @Test
    void aBrokerThatIsDownIsToldByItsAddress() {
        Settings settings = settings(Map.of(
                "kafka.admin.default.api.timeout.ms", "2000",
                "kafka.admin.request.timeout.ms", "1000"));
        broker.close();

        StartException told =
                catchThrowableOfType(StartException.class, () -> ImrStream.start(settings, new SimpleMeterRegistry()));

        assertThat(told.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("Kafka at " + broker.bootstrapServers()));
    }

    @Test
    void creatingTopicsTwiceLeavesThemAsTheyAre() {
        assertThat(createTopics())
                .containsExactlyInAnyOrder(
                        "imr.disputed-items",
                        "imr.guidelines",
                        "imr.letters",
                        "imr.letters.dlq",
                        "imr.outcomes",
                        "imr.treatments");
        assertThat(createTopics()).isEmpty();
    }

    @Test
    void lettersAreProcessedWhileTheRegistryIsDownAndUnreadableOnesAreDeadLetters() throws Exception {
        createTopics();
        publish(guideline("g1"));
        publishTreatment();
        Settings settings = settings(Map.of());
        try (var stream = ImrStream.start(settings, new SimpleMeterRegistry())) {
            assertThat(stream.awaitRunning(PATIENCE)).isTrue();
            // Every schema is known since the start, so nobody needs to ask.
            server.close();
            publishLetter("CM16-0000001", "no determination at all");

            List<ConsumerRecord<byte[], byte[]>> deadLetters = read("imr.letters.dlq", 1);

            assertThat(deadLetters).singleElement().satisfies(letter -> {
                assertThat(letter.key()).isEqualTo("CM16-0000001".getBytes(StandardCharsets.UTF_8));
                assertThat(letter.value()).isEqualTo("no determination at all".getBytes(StandardCharsets.UTF_8));
                assertThat(letter.headers().lastHeader("imr.error.code")).isNotNull();
            });
            assertThat(stream.failure()).isEmpty();
        }
    }

    @Test
    void aReferenceRecordThatNeedsTheRegistryWhileItIsDownStopsTheProcessAndIsReadAfterTheNextStart() throws Exception {
        createTopics();
        publish(guideline("g1"));
        publishTreatment();
        Settings settings = settings(Map.of());
        int port = Integer.parseInt(server.url().substring(server.url().lastIndexOf(':') + 1));
        byte[] ofAnUnknownSchema;
        try (var stream = ImrStream.start(settings, new SimpleMeterRegistry())) {
            assertThat(stream.awaitRunning(PATIENCE)).isTrue();
            ofAnUnknownSchema = laterGuideline("g2");
            server.close();
            publish("imr.guidelines", "g2", ofAnUnknownSchema);

            assertThat(stream.awaitEnd()).get().asString().startsWith("schema ").contains(server.url());
        }

        server = EmbeddedRegistry.start(port);
        registerAsBefore();
        try (var stream = ImrStream.start(settings, new SimpleMeterRegistry())) {
            assertThat(stream.awaitRunning(PATIENCE)).isTrue();
            ReadOnlyKeyValueStore<String, Guideline> reference = stream.streams()
                    .store(StoreQueryParameters.fromNameAndType(
                            StoreNames.GUIDELINES, QueryableStoreTypes.keyValueStore()));
            assertThat(reference.get("g2")).isNotNull();
        }
        assertThat(read("imr.letters.dlq", 0))
                .as("the fault made no dead letter")
                .isEmpty();
    }

    @Test
    void closingEndsItAndASecondCloseDoesNothing() throws Exception {
        createTopics();
        publish(guideline("g1"));
        publishTreatment();
        var stream = ImrStream.start(settings(Map.of()), new SimpleMeterRegistry());
        assertThat(stream.awaitRunning(PATIENCE)).isTrue();

        stream.close();
        stream.close();

        assertThat(stream.awaitEnd()).isEmpty();
        assertThat(stream.streams().state()).isEqualTo(KafkaStreams.State.NOT_RUNNING);
    }

    private Settings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", server.url(),
                "max.retries", "0",
                "imr.partitions", "2",
                "imr.commit-interval-ms", "100",
                "kafka.consumer.session.timeout.ms", "6000",
                "imr.retry-timeout-seconds", "20",
                "imr.state-dir", folder.resolve("state").toString()));
        all.putAll(more);
        return SettingsLoader.load(null, Map.of(), all);
    }

    private Set<String> createTopics() {
        Settings settings = settings(Map.of());
        try (var registry = SchemaRegistry.connect(server.url(), Map.of());
                var check = TopicCheck.connect(settings, Topics.of("imr.", registry))) {
            return check.create();
        }
    }

    /** The embedded registry forgets when it stops; in the same order, schemas get the same ids. */
    private void registerAsBefore() throws Exception {
        publish(guideline("g1"));
        publishTreatment();
        try (var registry = SchemaRegistry.connect(server.url(), Map.of())) {
            ImrStream.prepareSchemas(Topics.of("imr.", registry));
        }
        laterGuideline("g2");
    }

    private static Guideline guideline(String id) {
        return Guideline.newBuilder()
                .setId(id)
                .setSource(GuidelineSource.MTUS)
                .setTitle("Low Back Complaints")
                .build();
    }

    private void publish(Guideline guideline) throws Exception {
        try (var registry = SchemaRegistry.connect(server.url(), Map.of())) {
            Topic<String, Guideline> topic = Topics.of("imr.", registry).guidelines();
            publish(
                    topic.name(),
                    guideline.getId(),
                    topic.valueSerde().serializer().serialize(topic.name(), guideline));
        }
    }

    private void publishTreatment() throws Exception {
        try (var registry = SchemaRegistry.connect(server.url(), Map.of())) {
            Topic<String, Treatment> topic = Topics.of("imr.", registry).treatments();
            Treatment treatment =
                    Treatment.newBuilder().setId("t1").setName("knee brace").build();
            publish(topic.name(), "t1", topic.valueSerde().serializer().serialize(topic.name(), treatment));
        }
    }

    /** The bytes of a guideline whose schema, with one more field, nobody has asked for yet. */
    private byte[] laterGuideline(String id) throws IOException {
        try (var later = new KafkaAvroSerializer()) {
            later.configure(Map.of("schema.registry.url", server.url()), false);
            String schema = Guideline.getClassSchema().toString();
            String more = schema.substring(0, schema.lastIndexOf("]"))
                    + ",{\"name\":\"later\",\"type\":\"string\",\"default\":\"\"}]}";
            var record = new GenericRecordBuilder(new Schema.Parser().parse(more))
                    .set("id", id)
                    .set("title", "Neck Complaints")
                    .build();
            return later.serialize("imr.guidelines", record);
        }
    }

    private void publishLetter(String key, String text) throws Exception {
        publish("imr.letters", key, text.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String topic, String key, byte[] value) throws Exception {
        Map<String, Object> configuration = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic, int expected) {
        Map<String, Object> configuration = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "group.id", "test");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
                return records.size() >= expected && !consumer.assignment().isEmpty();
            });
        }
        return records;
    }
}
