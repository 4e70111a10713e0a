package imr.cli;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import imr.cli.TableFile.Row;
import imr.cli.TableProblems.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A table in CSV: the first line names the columns, an empty cell is an absent value, and a cell may hold several values
 * as {@link CellList} writes them.
 */
final class CsvTable {

    private static final CsvFactory CSV = new CsvFactory();

    private final Set<String> lists;
    private final TableProblems problems;
    private final List<Row> rows = new ArrayList<>();
    private List<String> columns = List.of();

    private CsvTable(Set<String> lists, TableProblems problems) {
        this.lists = lists;
        this.problems = problems;
    }

    /**
     * Reads a table.
     *
     * @param lists columns that may hold several values
     * @param places makes a place in the file of {@code line 12}
     */
    static List<Row> read(
            String text, char separator, Set<String> lists, Function<String, Place> places, TableProblems problems)
            throws IOException {
        CsvTable table = new CsvTable(lists, problems);
        try (CsvParser parser = CSV.createParser(text)) {
            parser.setSchema(
                    CsvSchema.emptySchema().withColumnSeparator(separator).withComments());
            while (parser.nextToken() != null) {
                List<String> cells = new ArrayList<>();
                int line = 0;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    String cell = parser.getText();
                    // The parser stands behind the cell, which may itself go over several lines.
                    line = cells.isEmpty() ? parser.currentLocation().getLineNr() - breaks(cell) : line;
                    cells.add(cell.strip());
                }
                table.take(cells, places.apply("line " + line));
            }
        }
        return table.rows;
    }

    private static int breaks(String cell) {
        return (int) cell.chars().filter(c -> c == '\n').count();
    }

    private void take(List<String> cells, Place place) {
        if (cells.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (columns.isEmpty()) {
            checkNames(cells, place);
            columns = cells;
        } else if (cells.size() == columns.size()) {
            rows.add(new Row(place, object(cells)));
        } else {
            problems.add(
                    place,
                    cells.size() + " cells, but " + columns.size()
                            + " columns; a cell with the separator in it needs quotes");
        }
    }

    private void checkNames(List<String> names, Place place) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                problems.add(place, "two columns are named \"" + name + "\"");
            }
        }
    }

    private ObjectNode object(List<String> cells) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (lists.contains(columns.get(i))) {
                ArrayNode values = object.putArray(columns.get(i));
                CellList.split(cell).forEach(values::add);
            } else {
                object.put(columns.get(i), cell);
            }
        }
        return object;
    }
}
