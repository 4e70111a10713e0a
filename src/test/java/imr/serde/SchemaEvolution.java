package imr.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import imr.avro.Decision;
import imr.avro.DisputedItem;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** What must hold of schemas that grow, on any registry: checked on the embedded one and on a real one. */
final class SchemaEvolution {
    private static final String TOPIC = "imr.disputed-items";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaEvolution() {}

    /** A program of a later version adds a field and a decision; today's class reads its records. */
    static void laterRecordsAreReadAsTodaysClass(String url) throws IOException {
        try (var registry = SchemaRegistry.connect(url, Map.of());
                var later = new KafkaAvroSerializer()) {
            AvroSerde<DisputedItem> today = AvroSerde.ofValues(registry, DisputedItem.class);
            byte[] before = today.serializer().serialize(TOPIC, Records.item("Gym membership"));
            later.configure(Map.of("schema.registry.url", url), false);
            byte[] after = later.serialize(TOPIC, laterItem());

            DisputedItem read = today.deserializer().deserialize(TOPIC, after);

            assertThat(WireFormat.schemaId(TOPIC, after)).isNotEqualTo(WireFormat.schemaId(TOPIC, before));
            assertThat(read.getTreatment()).isEqualTo("Gym membership");
            assertThat(read.getDecision()).as("a decision that it can't know").isEqualTo(Decision.UNKNOWN);
            assertThat(today.deserializer().deserialize(TOPIC, before).getDecision())
                    .isEqualTo(Decision.UPHELD);
        }
    }

    /** A change that would break readers is refused by the registry, and that is no passing fault. */
    static void aBreakingSchemaIsRefused(String url) {
        try (var registry = SchemaRegistry.connect(url, Map.of())) {
            AvroSerde<DisputedItem> today = AvroSerde.ofValues(registry, DisputedItem.class);
            today.prepare(TOPIC);
            Schema breaking = new Schema.Parser().parse("""
                    {"type": "record", "name": "DisputedItem", "namespace": "imr.avro", "fields": [
                      {"name": "addedWithoutDefault", "type": "string"}]}
                    """);

            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> registry.register(today.subject(TOPIC), breaking))
                    .withMessageContaining(today.subject(TOPIC))
                    .matches(fault -> !fault.isPassing());
            assertThat(registry.problems(today.subject(TOPIC), breaking)).isNotEmpty();
        }
    }

    private static GenericRecord laterItem() throws IOException {
        Schema schema = laterSchema();
        byte[] bytes = new AvroBody<>(DisputedItem.class).write(new byte[0], Records.item("Gym membership"));
        var reader = new GenericDatumReader<GenericRecord>(DisputedItem.getClassSchema(), schema);
        GenericRecord item = reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        item.put(
                "decision",
                new GenericData.EnumSymbol(schema.getField("decision").schema(), "REMANDED"));
        item.put("secondOpinion", "Concurs");
        return item;
    }

    private static Schema laterSchema() throws IOException {
        var schema = (ObjectNode) JSON.readTree(
                JavaProperties.removedFrom(DisputedItem.getClassSchema()).toString());
        var fields = (ArrayNode) schema.get("fields");
        fields.addObject().put("name", "secondOpinion").put("type", "string").put("default", "");
        fields.forEach(field -> {
            if (field.get("name").asText().equals("decision")) {
                ((ArrayNode) field.get("type").get("symbols")).add("REMANDED");
            }
        });
        return new Schema.Parser().parse(schema.toString());
    }
}
