package imr.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import imr.avro.DisputedItem;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.dev.EmbeddedRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the serde's bytes against those of Confluent's own serializer and deserializer, over one registry. */
class AvroSerdeTest {
    private static final String TOPIC = "imr.outcomes";

    private EmbeddedRegistry server;
    private SchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedRegistry.start(0);
        registry = SchemaRegistry.connect(server.url(), Map.of());
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
    }

    @Test
    void theBytesAreThoseOfConfluentsSerializer() {
        byte[] ours =
                AvroSerde.ofValues(registry, OutcomeMetrics.class).serializer().serialize(TOPIC, Records.metrics(3, 1));
        byte[] theirs;
        try (var serializer = new KafkaAvroSerializer()) {
            serializer.configure(confluent(), false);
            theirs = serializer.serialize(TOPIC, Records.metrics(3, 1));
        }

        assertThat(ours).isEqualTo(theirs);
        assertThat(ours[0]).isZero();
    }

    @Test
    void confluentsDeserializerReadsOurKeys() {
        byte[] ours = AvroSerde.ofKeys(registry, OutcomeKey.class).serializer().serialize(TOPIC, Records.key("MRI"));

        try (var specific = new KafkaAvroDeserializer();
                var generic = new KafkaAvroDeserializer()) {
            specific.configure(confluent(), true);
            Map<String, Object> asGeneric = new HashMap<>(confluent());
            asGeneric.put("specific.avro.reader", false);
            generic.configure(asGeneric, true);

            assertThat(specific.deserialize(TOPIC, ours)).isEqualTo(Records.key("MRI"));
            assertThat(((GenericRecord) generic.deserialize(TOPIC, ours)).get("value"))
                    .hasToString("MRI");
        }
    }

    @Test
    void whatConfluentsSerializerWroteIsRead() {
        byte[] theirs;
        try (var serializer = new KafkaAvroSerializer()) {
            serializer.configure(confluent(), false);
            theirs = serializer.serialize("imr.disputed-items", Records.item("Gym membership for six months"));
        }

        DisputedItem read = AvroSerde.ofValues(registry, DisputedItem.class)
                .deserializer()
                .deserialize("imr.disputed-items", theirs);

        assertThat(read).isEqualTo(Records.item("Gym membership for six months"));
    }

    @Test
    void theRegisteredSchemaHoldsNoNotesOfTheCodeGenerator() throws Exception {
        AvroSerde.ofValues(registry, DisputedItem.class).prepare("imr.disputed-items");

        assertThat(latest("imr.disputed-items-value")).contains("rationale").doesNotContain("avro.java.string");
    }

    @Test
    void nullIsNoRecord() {
        AvroSerde<OutcomeKey> serde = AvroSerde.ofKeys(registry, OutcomeKey.class);

        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void manyThreadsShareOneSerde() {
        AvroSerde<OutcomeMetrics> serde = AvroSerde.ofValues(registry, OutcomeMetrics.class);

        List<Long> wrong = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> (long) i)
                .filter(i -> serde.deserializer()
                                .deserialize(TOPIC, serde.serializer().serialize(TOPIC, Records.metrics(i, 0)))
                                .getItems()
                        != i)
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void anUnfitRecordIsToldWithoutItsText() {
        AvroSerde<DisputedItem> serde = AvroSerde.ofValues(registry, DisputedItem.class);
        DisputedItem unfit = Records.item("planted-marker");
        unfit.put("letterId", null);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.serializer().serialize("imr.disputed-items", unfit))
                .satisfies(told -> assertThat(told.toString() + told.getCause())
                        .contains("DisputedItem")
                        .doesNotContain("planted-marker"));
        DisputedItem fit = Records.item("Gym");
        assertThat(serde.deserializer()
                        .deserialize("imr.disputed-items", serde.serializer().serialize("imr.disputed-items", fit)))
                .isEqualTo(fit);
    }

    @Test
    void badBytesAreBadData() {
        AvroSerde<OutcomeMetrics> serde = AvroSerde.ofValues(registry, OutcomeMetrics.class);
        byte[] good = serde.serializer().serialize(TOPIC, Records.metrics(3, 1));
        byte[] text = "planted-marker".getBytes(StandardCharsets.UTF_8);

        for (byte[] bad : List.of(new byte[0], text, Arrays.copyOf(good, 9), Arrays.copyOf(good, good.length + 1))) {
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, bad))
                    .satisfies(told ->
                            assertThat(RegistryFaults.isRegistryFault(told)).isFalse())
                    .withMessageNotContaining("planted-marker");
        }
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsItsFault() {
        AvroSerde<OutcomeMetrics> serde = AvroSerde.ofValues(registry, OutcomeMetrics.class);
        byte[] strange = {0, 0, 0, 99, 99, 1};

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, strange))
                .withMessageContaining(server.url())
                .matches(fault -> !fault.isPassing());
    }

    @Test
    void withoutAutoRegistrationAMissingSchemaIsRefused() {
        SchemaRegistry strict = SchemaRegistry.connect(server.url(), Map.of("auto.register.schemas", "false"));
        AvroSerde<OutcomeMetrics> serde = AvroSerde.ofValues(strict, OutcomeMetrics.class);

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> serde.prepare(TOPIC))
                .withMessageContaining("imr.outcomes-value")
                .matches(fault -> !fault.isPassing());

        registry.register(serde.subject(TOPIC), serde.schema());
        serde.prepare(TOPIC);
    }

    @Test
    void theLatestVersionIsWrittenWhereItGoverns() {
        Schema latest = new Schema.Parser().parse("""
                {"type": "record", "name": "OutcomeKey", "namespace": "imr.avro", "fields": [
                  {"name": "value", "type": "string"}, {"name": "region", "type": "string", "default": "west"}]}
                """);
        registry.register("imr.outcomes-key", latest);
        SchemaRegistry governed = SchemaRegistry.connect(server.url(), Map.of("use.latest.version", "true"));

        byte[] bytes = AvroSerde.ofKeys(governed, OutcomeKey.class).serializer().serialize(TOPIC, Records.key("MRI"));

        assertThat(AvroJson.tree(governed, TOPIC, bytes)).hasToString("{\"value\":\"MRI\",\"region\":\"west\"}");
    }

    @Test
    void aLatestVersionThatCannotTakeOurRecordsIsRefused() {
        registry.register("imr.outcomes-key", new Schema.Parser().parse("""
                {"type": "record", "name": "OutcomeKey", "namespace": "imr.avro", "fields": [
                  {"name": "region", "type": "string"}]}
                """));
        SchemaRegistry governed = SchemaRegistry.connect(server.url(), Map.of("use.latest.version", "true"));

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> AvroSerde.ofKeys(governed, OutcomeKey.class).prepare(TOPIC))
                .withMessageContaining("latest version (1)");
    }

    private String latest(String subject) throws IOException, RestClientException {
        try (var client = new CachedSchemaRegistryClient(server.url(), 10)) {
            return client.getLatestSchemaMetadata(subject).getSchema();
        }
    }

    private Map<String, Object> confluent() {
        return Map.of(
                "schema.registry.url", server.url(),
                "avro.remove.java.properties", true,
                "specific.avro.reader", true);
    }
}
