package imr.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Avro for people to read: records as JSON with the fields in the schema's order, days and instants in ISO form, bytes
 * in hexadecimal, and unions as their bare value.
 */
public final class AvroJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final GenericData DATA = new GenericData();

    static {
        DATA.addLogicalTypeConversion(new TimeConversions.DateConversion());
        DATA.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    }

    private AvroJson() {}

    /** One line of JSON for a record, generated or generic. */
    public static String line(IndexedRecord record) {
        return tree(record.getSchema(), record).toString();
    }

    /** The same as a tree. */
    public static JsonNode tree(IndexedRecord record) {
        return tree(record.getSchema(), record);
    }

    /**
     * The tree for bytes in the registry's wire format, as they were written, whatever this program makes of that
     * schema.
     *
     * @throws SerializationException if they aren't in that format
     * @throws RegistryException if the registry can't give the schema
     */
    public static JsonNode tree(SchemaRegistry registry, String topic, byte[] bytes) {
        int id = WireFormat.schemaId(topic, bytes);
        Schema schema = registry.writerSchema(id);
        int length = bytes.length - WireFormat.PREFIX_LENGTH;
        var decoder = DecoderFactory.get().binaryDecoder(bytes, WireFormat.PREFIX_LENGTH, length, null);
        try {
            return tree(schema, new GenericDatumReader<>(schema, schema, DATA).read(null, decoder));
        } catch (IOException | RuntimeException failed) {
            throw new SerializationException(topic + ": bytes that are no " + schema.getName() + " of schema " + id
                    + " (" + failed.getClass().getSimpleName() + ")");
        }
    }

    private static JsonNode tree(Schema schema, @Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        return switch (schema.getType()) {
            case RECORD -> object(schema, (IndexedRecord) value);
            case ARRAY -> array(schema.getElementType(), (Collection<?>) value);
            case MAP -> object(schema.getValueType(), (Map<?, ?>) value);
            case UNION -> tree(branch(schema, value), value);
            case ENUM, STRING -> JSON.textNode(value.toString());
            case FIXED -> JSON.textNode(HexFormat.of().formatHex(((GenericFixed) value).bytes()));
            case BYTES -> JSON.textNode(hex((ByteBuffer) value));
            case INT -> value instanceof Number number ? whole(schema, number) : JSON.textNode(value.toString());
            case LONG -> value instanceof Number number ? whole(schema, number) : JSON.textNode(value.toString());
            case FLOAT, DOUBLE -> JSON.numberNode(((Number) value).doubleValue());
            case BOOLEAN -> JSON.booleanNode((Boolean) value);
            case NULL -> JSON.nullNode();
        };
    }

    private static ObjectNode object(Schema schema, IndexedRecord record) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : schema.getFields()) {
            object.set(field.name(), tree(field.schema(), record.get(field.pos())));
        }
        return object;
    }

    private static ObjectNode object(Schema values, Map<?, ?> map) {
        ObjectNode object = JSON.objectNode();
        map.forEach((name, value) -> object.set(String.valueOf(name), tree(values, value)));
        return object;
    }

    private static ArrayNode array(Schema elements, Collection<?> values) {
        ArrayNode array = JSON.arrayNode(values.size());
        values.forEach(value -> array.add(tree(elements, value)));
        return array;
    }

    /** A number whose logical type the record's class has no conversion for. */
    private static JsonNode whole(Schema schema, Number number) {
        LogicalType logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.Date) {
            return JSON.textNode(LocalDate.ofEpochDay(number.longValue()).toString());
        }
        if (logical instanceof LogicalTypes.TimestampMillis) {
            return JSON.textNode(Instant.ofEpochMilli(number.longValue()).toString());
        }
        return JSON.numberNode(number.longValue());
    }

    private static Schema branch(Schema union, Object value) {
        return union.getTypes().get(DATA.resolveUnion(union, value));
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
