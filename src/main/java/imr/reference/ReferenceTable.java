package imr.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bundled table: tab-separated UTF-8 text whose first line names the columns. Lines that start with {@code #} and empty
 * lines are skipped, an empty cell is an absent fact, and a cell with several values separates them with {@code " | "}.
 * Whatever is wrong with a table is reported with its name and the line, since tables are edited by hand.
 */
public final class ReferenceTable {
    private static final String FOLDER = "/reference/";

    private final List<Row> rows;

    private ReferenceTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a bundled table.
     *
     * @param name file name under {@code reference}, for example {@code guidelines.tsv}
     * @throws IllegalStateException if there is no such table, or it is malformed
     */
    public static ReferenceTable load(String name) {
        InputStream stream = ReferenceTable.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IllegalStateException("no reference table " + name);
        }
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return read(name, reader);
        } catch (IOException e) {
            throw new UncheckedIOException("reading reference table " + name, e);
        }
    }

    /**
     * Reads a table from text.
     *
     * @param name what error messages call it
     * @throws IllegalStateException if it is malformed
     */
    static ReferenceTable read(String name, Reader text) throws IOException {
        BufferedReader lines = new BufferedReader(text);
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.charAt(0) == '#') {
                continue;
            }
            List<String> cells = split(line, "\t");
            if (columns.isEmpty()) {
                columns = cells;
                continue;
            }
            if (cells.size() != columns.size()) {
                throw new IllegalStateException(
                        name + " line " + number + ": " + cells.size() + " cells, expected " + columns.size());
            }
            Map<String, String> byColumn = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                byColumn.put(columns.get(i), cells.get(i));
            }
            rows.add(new Row(name, number, byColumn));
        }
        if (columns.isEmpty()) {
            throw new IllegalStateException(name + ": no line with column names");
        }
        return new ReferenceTable(rows);
    }

    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
            parts.add(text.substring(start, at).strip());
            start = at + separator.length();
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /** Returns the rows in the table's order. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * One line of a table.
     *
     * @param table the table's name
     * @param line line in its file, from 1
     * @param cells values by column name, empty where absent
     */
    public record Row(String table, int line, Map<String, String> cells) {
        /** Returns a value that has to be there. */
        public String get(String column) {
            String value = optional(column);
            if (value == null) {
                throw error("no " + column);
            }
            return value;
        }

        /** Returns a value, or null where the cell is empty. */
        public @Nullable String optional(String column) {
            String value = cells.get(column);
            if (value == null) {
                throw error("the table has no column " + column);
            }
            return value.isEmpty() ? null : value;
        }

        /** Returns a value, or null where the cell is empty or the table has no such column. */
        public @Nullable String ifAny(String column) {
            return cells.containsKey(column) ? optional(column) : null;
        }

        /** Returns a whole number, or null where the cell is empty. */
        public @Nullable Integer number(String column) {
            String value = optional(column);
            if (value == null) {
                return null;
            }
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException e) {
                throw error(column + " is not a number");
            }
        }

        /** Returns the values of a cell that holds any number of them. */
        public List<String> list(String column) {
            String value = optional(column);
            return value == null ? List.of() : split(value, " | ");
        }

        /** Makes the exception for something wrong with this row. */
        public IllegalStateException error(String problem) {
            return new IllegalStateException(table + " line " + line + ": " + problem);
        }
    }
}
