package imr.guideline;

import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the items of real letters are and what they cite, as read by hand; the tables under {@code gold} say how. */
final class GoldClasses {

    /** One disputed item; its subcategory is null where the state has none. */
    record Item(
            String letter,
            int position,
            boolean drug,
            @Nullable String generic,
            @Nullable DrugClass drugClass,
            ServiceCategory serviceCategory,
            @Nullable String subcategory,
            String name) {}

    /** One citation of the schedule, with the sections that it names. */
    record Cited(String letter, int position, Line line, int ordinal, String guideline, List<String> sections) {}

    /** Whose guideline line. */
    enum Line {
        ADMINISTRATOR,
        REVIEWER
    }

    private GoldClasses() {}

    static List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Map<String, String> row : rows("item-classes.tsv")) {
            String drugClass = optional(row, "drugClass");
            items.add(new Item(
                    value(row, "letter"),
                    Integer.parseInt(value(row, "position")),
                    value(row, "kind").equals("DRUG"),
                    optional(row, "generic"),
                    drugClass == null ? null : DrugClass.valueOf(drugClass),
                    ServiceCategory.valueOf(value(row, "serviceCategory")),
                    optional(row, "subcategory"),
                    value(row, "name")));
        }
        return items;
    }

    static List<Cited> citations() {
        List<Cited> citations = new ArrayList<>();
        for (Map<String, String> row : rows("citation-resolutions.tsv")) {
            String sections = optional(row, "sections");
            citations.add(new Cited(
                    value(row, "letter"),
                    Integer.parseInt(value(row, "position")),
                    Line.valueOf(value(row, "line")),
                    Integer.parseInt(value(row, "ordinal")),
                    value(row, "guideline"),
                    sections == null ? List.of() : List.of(sections.split(" \\| ", -1))));
        }
        return citations;
    }

    static List<Map<String, String>> rows(String table) {
        List<Map<String, String>> rows = new ArrayList<>();
        String[] columns = null;
        for (String line : text(table).lines().toList()) {
            String[] cells = line.split("\t", -1);
            if (line.startsWith("#")) {
                continue;
            }
            if (columns == null) {
                columns = cells;
                continue;
            }
            if (cells.length != columns.length) {
                throw new IllegalStateException(table + ": " + cells.length + " cells behind row " + rows.size());
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(String table) {
        try (InputStream stream = GoldClasses.class.getResourceAsStream("/gold/" + table)) {
            if (stream == null) {
                throw new IllegalStateException("no table " + table);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String value(Map<String, String> row, String column) {
        String value = optional(row, column);
        if (value == null) {
            throw new IllegalStateException("no " + column + " in " + row);
        }
        return value;
    }

    static @Nullable String optional(Map<String, String> row, String column) {
        String value = row.get(column);
        return value == null || value.isEmpty() ? null : value;
    }
}
