package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import imr.serde.AvroJson;
import imr.serde.SchemaRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;

/**
 * A Kafka record as one line of JSON. Values are shown if they are Avro in the registry's wire format; of all others,
 * letters among them, only the size.
 */
final class RecordJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaRegistry registry;

    RecordJson(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** The line, with its end. */
    byte[] line(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        String topic = kafkaRecord.topic();
        ObjectNode line = JSON.objectNode();
        line.put("topic", topic);
        line.put("partition", kafkaRecord.partition());
        line.put("offset", kafkaRecord.offset());
        line.put("timestamp", Instant.ofEpochMilli(kafkaRecord.timestamp()).toString());
        line.set("key", kafkaRecord.key() == null ? JSON.nullNode() : key(topic, kafkaRecord.key()));
        byte[] value = kafkaRecord.value();
        if (value == null) {
            line.putNull("value");
        } else {
            value(line, topic, value);
        }
        ObjectNode headers = line.putObject("headers");
        for (Header header : kafkaRecord.headers()) {
            headers.set(header.key(), header.value() == null ? JSON.nullNode() : text(header.value()));
        }
        return (line + "\n").getBytes(UTF_8);
    }

    private JsonNode key(String topic, byte[] key) {
        try {
            return AvroJson.tree(registry, topic, key);
        } catch (SerializationException notAvro) {
            return text(key);
        }
    }

    private void value(ObjectNode line, String topic, byte[] value) {
        try {
            line.set("value", AvroJson.tree(registry, topic, value));
        } catch (SerializationException notAvro) {
            line.put("valueBytes", value.length);
        }
    }

    /** Text if it is text, else hexadecimal. */
    private static JsonNode text(byte[] bytes) {
        try {
            return JSON.textNode(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notText) {
            return JSON.textNode(HexFormat.of().formatHex(bytes));
        }
    }
}
