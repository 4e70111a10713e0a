package imr.serde;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;

/**
 * Today's schemas read what the last release wrote. Records of that release lie on topics, and the registry refuses a
 * schema that can't read them.
 */
class ReleasedSchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TODAY = Path.of("schemas");
    private static final Path RELEASED = Path.of("schemas/released");

    @Test
    void todaysSchemasReadWhatTheLastReleaseWrote() throws IOException {
        Map<String, Schema> today = schemas(TODAY);

        schemas(RELEASED).forEach((name, released) -> {
            assertThat(today).as("a released schema can't be dropped").containsKey(name);
            assertThat(SchemaCompatibility.checkReaderWriterCompatibility(today.get(name), released)
                            .getResult()
                            .getIncompatibilities())
                    .as(name)
                    .extracting(Incompatibility::getType, Incompatibility::getLocation, Incompatibility::getMessage)
                    .isEmpty();
        });
    }

    @Test
    void everyEnumHasASymbolForWhatALaterOneAdds() throws IOException {
        Set<String> without = new HashSet<>();
        schemas(TODAY).values().stream()
                .filter(schema -> schema.getType() == Schema.Type.ENUM && schema.getEnumDefault() == null)
                .forEach(schema -> without.add(schema.getName()));

        assertThat(without).isEmpty();
    }

    @Test
    void everyRecordFieldAndEnumIsDescribed() throws IOException {
        schemas(TODAY).forEach((name, schema) -> {
            assertThat(schema.getDoc()).as(name).isNotBlank();
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields()
                        .forEach(field -> assertThat(field.doc())
                                .as(name + "." + field.name())
                                .isNotBlank());
            }
        });
    }

    private static Map<String, Schema> schemas(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".avsc")).toList();
        }
        var parser = new SchemaParser();
        // Enums first: a field's default is checked against its enum, which must be known by then.
        for (boolean enums : new boolean[] {true, false}) {
            for (Path file : files) {
                if (JSON.readTree(file.toFile()).get("type").asText().equals("enum") == enums) {
                    parser.parse(file);
                }
            }
        }
        Map<String, Schema> byName = new TreeMap<>();
        parser.getParsedNamedSchemas().forEach(schema -> byName.put(schema.getName(), schema));
        assertThat(byName).as("schemas in " + folder).isNotEmpty();
        return byName;
    }
}
