package imr.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import imr.serde.AvroJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Records as a table in the forms that {@link TableFile} reads. */
final class TableWriter {

    private TableWriter() {}

    /** A JSON array with a line for each record, so that two exports can be compared by lines. */
    static String json(List<? extends IndexedRecord> records) {
        return records.stream().map(AvroJson::line).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** A JSON object a line. */
    static String jsonLines(List<? extends IndexedRecord> records) {
        return records.stream().map(record -> AvroJson.line(record) + "\n").collect(Collectors.joining());
    }

    /** A record in CSV. The owner stands before it in a column of its own if it is part of another record. */
    record CsvRow(@Nullable String owner, IndexedRecord record) {}

    /**
     * CSV of what a schema has but for lists of records, which are tables of their own.
     *
     * @param ownerColumn name of the column for the records that the rows are part of, or null
     */
    static String csv(Schema schema, @Nullable String ownerColumn, List<CsvRow> rows) throws IOException {
        List<Schema.Field> fields = schema.getFields().stream()
                .filter(field -> !holdsRecords(field))
                .toList();
        List<String> columns = new ArrayList<>();
        if (ownerColumn != null) {
            columns.add(ownerColumn);
        }
        fields.forEach(field -> columns.add(field.name()));
        StringWriter text = new StringWriter();
        ObjectWriter writer = new CsvMapper().writer(CsvSchema.emptySchema());
        try (SequenceWriter sequence = writer.writeValues(text)) {
            sequence.write(columns);
            for (CsvRow row : rows) {
                sequence.write(cells(row, fields));
            }
        }
        return text.toString();
    }

    private static List<String> cells(CsvRow row, List<Schema.Field> fields) {
        List<String> cells = new ArrayList<>();
        if (row.owner() != null) {
            cells.add(row.owner());
        }
        JsonNode values = AvroJson.tree(row.record());
        for (Schema.Field field : fields) {
            JsonNode value = values.path(field.name());
            cells.add(value.isArray() ? list(value) : value.isNull() ? "" : value.asText());
        }
        return cells;
    }

    private static String list(JsonNode list) {
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asText()));
        return CellList.join(values);
    }

    private static boolean holdsRecords(Schema.Field field) {
        return field.schema().getType() == Schema.Type.ARRAY
                && field.schema().getElementType().getType() == Schema.Type.RECORD;
    }
}
