package imr.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.avro.Schema;

/**
 * Schemas without {@code avro.java.string}, the note that Avro's code generator leaves on every string. It is no part
 * of the contract with others, and a schema with it counts as another version; Confluent's serializers leave it out
 * under {@code avro.remove.java.properties}.
 */
final class JavaProperties {
    private static final String STRING_NOTE = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private JavaProperties() {}

    static Schema removedFrom(Schema schema) {
        try {
            JsonNode bare = bare(JSON.readTree(schema.toString()));
            return new Schema.Parser().parse(JSON.writeValueAsString(bare));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(schema.getFullName() + " is no JSON", impossible);
        }
    }

    private static JsonNode bare(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.remove(STRING_NOTE) != null && object.size() == 1 && object.has("type")) {
                return TextNode.valueOf(object.get("type").asText());
            }
            object.properties().forEach(member -> member.setValue(bare(member.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, bare(array.get(i)));
            }
        }
        return node;
    }
}
