package imr.dev.letters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** One of the generator's tab-separated tables: first line the column names, comment lines start with a hash sign. */
final class Table {

    private static final String NOTHING = "-";

    private final String name;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private Table(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    static List<Row> rows(String name) {
        var stream = Objects.requireNonNull(Table.class.getResourceAsStream(name), name);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Table table = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                List<String> cells = split(line, '\t');
                if (table == null) {
                    table = new Table(name, cells);
                } else {
                    table.add(cells);
                }
            }
            return Objects.requireNonNull(table, name).rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return List.copyOf(parts);
    }

    /** Running totals of weights, for {@link Dice#weighted}. */
    static <T> int[] totals(List<T> choices, ToIntFunction<T> weight) {
        int[] totals = new int[choices.size()];
        int sum = 0;
        for (int i = 0; i < totals.length; i++) {
            sum += weight.applyAsInt(choices.get(i));
            totals[i] = sum;
        }
        return totals;
    }

    private void add(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalStateException(name + ": a row has " + cells.size() + " cells: " + cells.get(0));
        }
        rows.add(new Row(columns, cells));
    }

    /** One row; a cell is found by its column's name. */
    record Row(List<String> columns, List<String> cells) {

        String text(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("no column " + column);
            }
            return cells.get(index);
        }

        @Nullable
        String optional(String column) {
            String text = text(column);
            return text.equals(NOTHING) ? null : text;
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        List<String> list(String column) {
            String text = optional(column);
            return text == null ? List.of() : split(text, '|');
        }
    }

    @Override
    public String toString() {
        return name + Arrays.asList(columns);
    }
}
