package imr.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import imr.avro.OutcomeMetrics;
import imr.dev.EmbeddedRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroJsonTest {
    @Test
    void aRecordIsOneLineWithReadableTimes() {
        assertThat(AvroJson.line(Records.metrics(4, 1)))
                .isEqualTo("{\"windowEnd\":\"2017-02-15T08:00:00Z\",\"letters\":4,\"items\":4,\"upheld\":3,"
                        + "\"overturned\":1,\"overturnRate\":0.25,\"overturnRateLow\":null,\"overturnRateHigh\":null}");
        assertThat(AvroJson.line(Records.key("MRI")))
                .isEqualTo("{\"dimension\":\"TREATMENT\",\"value\":\"MRI\",\"step\":\"DAY\","
                        + "\"windowStart\":\"2017-02-14T08:00:00Z\"}");
    }

    @Test
    void nestedRecordsAndDaysAreReadable() {
        assertThat(AvroJson.line(Records.item("Line one\n\"two\"")))
                .contains("\"letter\":{\"format\":\"V3B\",\"caseNumber\":\"CM16-0000001\"")
                .contains("\"decisionDate\":\"2017-02-14\"", "\"dateOfInjury\":null")
                .contains("\"treatment\":\"Line one\\n\\\"two\\\"\"", "\"span\":{\"start\":10,\"end\":20}")
                .doesNotContain("\n");
    }

    @Test
    void genericRecordsWithBareNumbersReadTheSame() {
        Schema schema = new Schema.Parser().parse("""
                {"type": "record", "name": "R", "fields": [
                  {"name": "day", "type": ["null", {"type": "int", "logicalType": "date"}]},
                  {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                  {"name": "either", "type": ["null", "long", "string"]},
                  {"name": "hash", "type": {"type": "fixed", "name": "F", "size": 2}},
                  {"name": "raw", "type": "bytes"},
                  {"name": "flags", "type": {"type": "map", "values": "boolean"}},
                  {"name": "list", "type": {"type": "array", "items": "float"}}]}
                """);
        var record = new GenericRecordBuilder(schema)
                .set("day", 17_211)
                .set("at", 1_487_059_200_000L)
                .set("either", "text")
                .set("hash", new GenericData.Fixed(schema.getField("hash").schema(), new byte[] {1, (byte) 0xfe}))
                .set("raw", ByteBuffer.wrap(new byte[] {10}))
                .set("flags", Map.of("on", true))
                .set("list", List.of(0.5f))
                .build();

        assertThat(AvroJson.line(record))
                .isEqualTo(
                        "{\"day\":\"2017-02-14\",\"at\":\"2017-02-14T08:00:00Z\",\"either\":\"text\",\"hash\":\"01fe\","
                                + "\"raw\":\"0a\",\"flags\":{\"on\":true},\"list\":[0.5]}");
    }

    @Test
    void bytesAreReadWithTheSchemaTheyWereWrittenWith() throws IOException {
        try (var server = EmbeddedRegistry.start(0);
                var registry = SchemaRegistry.connect(server.url(), Map.of())) {
            byte[] bytes = AvroSerde.ofValues(registry, OutcomeMetrics.class)
                    .serializer()
                    .serialize("imr.outcomes", Records.metrics(4, 1));

            assertThat(AvroJson.tree(registry, "imr.outcomes", bytes))
                    .hasToString(AvroJson.line(Records.metrics(4, 1)));
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> AvroJson.tree(registry, "imr.outcomes", new byte[] {1, 2, 3}));
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> AvroJson.tree(registry, "imr.outcomes", new byte[] {0, 0, 0, 0, 1, 2}));
        }
    }
}
