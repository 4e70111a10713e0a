package imr.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import imr.cli.TableFile.Row;
import imr.cli.TableProblems.Place;
import imr.reference.Spelling;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table to Avro records, the other way round than {@code AvroJson}: the schema says which columns there are and
 * what they hold. An absent value takes the schema's default. Numbers may be text, as all cells of CSV are.
 */
final class RowReader {

    private static final int LISTED = 20;

    private final Place place;
    private final TableProblems problems;
    private boolean fits = true;

    private RowReader(Place place, TableProblems problems) {
        this.place = place;
        this.problems = problems;
    }

    /** The record that a row stands for; null if something is wrong with it, which is then among the problems. */
    static <T extends SpecificRecord> @Nullable T read(Row row, Class<T> type, TableProblems problems) {
        RowReader reader = new RowReader(row.place(), problems);
        SpecificRecord record = reader.object(SpecificData.get().getSchema(type), row.values(), "");
        return reader.fits ? type.cast(record) : null;
    }

    private SpecificRecord object(Schema schema, ObjectNode values, String within) {
        List<String> columns =
                schema.getFields().stream().map(Schema.Field::name).toList();
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            if (!columns.contains(value.getKey())) {
                wrong(within + value.getKey(), "no such column; " + instead(value.getKey(), columns));
            }
        }
        SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = values.get(field.name());
            String column = within + field.name();
            if (value == null
                    || value.isNull()
                    || (value.isTextual() && value.asText().isBlank())) {
                if (field.hasDefaultValue()) {
                    record.put(field.pos(), SpecificData.get().getDefaultValue(field));
                } else {
                    wrong(column, "missing; every " + schema.getName() + " needs one");
                }
            } else {
                record.put(field.pos(), value(field.schema(), value, column));
            }
        }
        return record;
    }

    private @Nullable Object value(Schema schema, JsonNode value, String column) {
        return switch (schema.getType()) {
            case UNION -> value(schema.getTypes().get(1), value, column);
            case RECORD ->
                value instanceof ObjectNode object
                        ? object(schema, object, column + ".")
                        : wrong(column, "has to be an object");
            case ARRAY -> list(schema.getElementType(), value, column);
            case ENUM -> symbol(schema, value, column);
            case STRING -> value.isTextual() ? value.asText().strip() : wrong(column, "has to be text");
            case INT -> isDay(schema) ? day(value, column) : number(value, column);
            default -> throw new IllegalStateException("tables have no column of type " + schema);
        };
    }

    private @Nullable List<Object> list(Schema elements, JsonNode value, String column) {
        if (!value.isArray()) {
            wrong(column, "has to be a list");
            return null;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String element = column + "[" + (i + 1) + "]";
            Object one = value(elements, value.get(i), element);
            if (one != null && one.toString().isEmpty()) {
                wrong(element, "is empty; leave it out");
            } else if (one != null) {
                list.add(one);
            }
        }
        return list;
    }

    private @Nullable Object symbol(Schema schema, JsonNode value, String column) {
        String given = value.asText().strip();
        return schema.hasEnumSymbol(given)
                ? SpecificData.get().createEnum(given, schema)
                : wrong(column, "\"" + given + "\" isn't in the list; " + instead(given, schema.getEnumSymbols()));
    }

    private static boolean isDay(Schema schema) {
        return schema.getLogicalType() instanceof LogicalTypes.Date;
    }

    private @Nullable Object day(JsonNode value, String column) {
        try {
            return LocalDate.parse(value.asText().strip());
        } catch (DateTimeException malformed) {
            return wrong(column, "\"" + value.asText() + "\" isn't a day; write it as 2017-02-14");
        }
    }

    private @Nullable Object number(JsonNode value, String column) {
        try {
            if (value.isIntegralNumber() || value.isTextual()) {
                return Integer.valueOf(value.asText().strip());
            }
        } catch (NumberFormatException malformed) {
            // Said below, as of everything else that is none.
        }
        return wrong(column, "\"" + value.asText() + "\" isn't a whole number");
    }

    private static String instead(String given, Collection<String> known) {
        String lower = given.toLowerCase(Locale.ROOT);
        for (String name : known) {
            if (Spelling.within(lower, name.toLowerCase(Locale.ROOT), 2)) {
                return "did you mean " + name + "?";
            }
        }
        List<String> some = known.stream().limit(LISTED).toList();
        return "one of " + String.join(", ", some) + (some.size() < known.size() ? " and others" : "");
    }

    private @Nullable Object wrong(String column, String problem) {
        fits = false;
        problems.add(place, column, problem);
        return null;
    }
}
