package imr.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import imr.cli.TableProblems.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table in a file as rows of named values: JSON (an array of objects), JSON lines, or CSV whose first line names the
 * columns and whose cells separate several values with {@code " | "}. An empty cell is an absent value.
 */
final class TableFile {

    /** Between the values of a cell that holds several, as in the bundled tables. */
    static final String BETWEEN_VALUES = " | ";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final CsvFactory CSV = new CsvFactory();

    private final Path path;
    private final Set<String> lists;
    private final TableProblems problems;
    private final List<Row> rows = new ArrayList<>();

    /** One row: what it says, and where. */
    record Row(Place place, ObjectNode values) {}

    private TableFile(Path path, Set<String> lists, TableProblems problems) {
        this.path = path;
        this.lists = lists;
        this.problems = problems;
    }

    /**
     * Reads a file by its extension.
     *
     * @param lists columns that may hold several values
     */
    static List<Row> read(Path path, Set<String> lists, TableProblems problems) {
        TableFile file = new TableFile(path, lists, problems);
        try {
            file.read();
        } catch (NoSuchFileException missing) {
            problems.add(file.whole(), "no such file");
        } catch (CharacterCodingException notUtf8) {
            problems.add(file.whole(), "not UTF-8 text; save it as UTF-8");
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            problems.add(
                    file.place(at == null ? "" : "line " + at.getLineNr() + " column " + at.getColumnNr()),
                    malformed.getOriginalMessage());
        } catch (IOException failed) {
            problems.add(file.whole(), "can't be read: " + failed.getMessage());
        }
        return file.rows;
    }

    private void read() throws IOException {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        switch (extension) {
            case "json" -> readJson(text());
            case "jsonl", "ndjson" -> readJsonLines(text());
            case "csv" -> readCsv(text(), ',');
            case "tsv" -> readCsv(text(), '\t');
            default -> problems.add(whole(), "its name has to end in .json, .jsonl, .csv or .tsv, which says its form");
        }
        if (rows.isEmpty() && problems.isEmpty()) {
            problems.add(whole(), "holds no record");
        }
    }

    private String text() throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                .toString();
        // Spreadsheets begin a file with a byte order mark.
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void readJson(String text) throws IOException {
        JsonNode all = JSON.readTree(text);
        if (!all.isArray()) {
            problems.add(whole(), "not a JSON array; one object a line is for files named .jsonl");
            return;
        }
        int number = 1;
        for (JsonNode one : all) {
            add(place("record " + number++), one);
        }
    }

    private void readJsonLines(String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            Place place = place("line " + ++number);
            try {
                if (!line.isBlank()) {
                    add(place, JSON.readTree(line));
                }
            } catch (JsonProcessingException malformed) {
                problems.add(place, malformed.getOriginalMessage());
            }
        }
    }

    private void add(Place place, JsonNode one) {
        if (one instanceof ObjectNode object) {
            rows.add(new Row(place, object));
        } else {
            problems.add(place, "not a JSON object");
        }
    }

    private void readCsv(String text, char separator) throws IOException {
        try (CsvParser parser = CSV.createParser(text)) {
            parser.setSchema(
                    CsvSchema.emptySchema().withColumnSeparator(separator).withComments());
            List<String> columns = List.of();
            while (parser.nextToken() != null) {
                List<String> cells = new ArrayList<>();
                int line = 0;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    String cell = parser.getText();
                    // The parser stands behind the cell, which may itself go over several lines.
                    line = cells.isEmpty() ? parser.currentLocation().getLineNr() - breaks(cell) : line;
                    cells.add(cell.strip());
                }
                columns = take(cells, columns, place("line " + line));
            }
        }
    }

    private static int breaks(String cell) {
        return (int) cell.chars().filter(c -> c == '\n').count();
    }

    /** Takes a row, the first of which names the columns; returns the columns. */
    private List<String> take(List<String> cells, List<String> columns, Place place) {
        if (cells.stream().allMatch(String::isEmpty)) {
            return columns;
        }
        if (columns.isEmpty()) {
            checkNames(cells, place);
            return cells;
        }
        if (cells.size() == columns.size()) {
            rows.add(new Row(place, object(columns, cells)));
        } else {
            problems.add(
                    place,
                    cells.size() + " cells, but " + columns.size()
                            + " columns; a cell with the separator in it needs quotes");
        }
        return columns;
    }

    private void checkNames(List<String> columns, Place place) {
        Set<String> seen = new HashSet<>();
        for (String name : columns) {
            if (!seen.add(name)) {
                problems.add(place, "two columns are named \"" + name + "\"");
            }
        }
    }

    private ObjectNode object(List<String> columns, List<String> cells) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (lists.contains(columns.get(i))) {
                ArrayNode values = object.putArray(columns.get(i));
                for (String value : cell.split("\\|", -1)) {
                    values.add(value.strip());
                }
            } else {
                object.put(columns.get(i), cell);
            }
        }
        return object;
    }

    private Place whole() {
        return place("");
    }

    private Place place(String position) {
        return new Place(path.toString(), position);
    }
}
