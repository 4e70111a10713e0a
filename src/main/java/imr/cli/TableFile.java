package imr.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import imr.cli.TableProblems.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table in a file as rows of named values: JSON (an array of objects), JSON lines, or CSV whose first line names the
 * columns; see {@link CsvTable}.
 */
final class TableFile {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

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
            case "csv" -> csv(',');
            case "tsv" -> csv('\t');
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

    private void csv(char separator) throws IOException {
        rows.addAll(CsvTable.read(text(), separator, lists, this::place, problems));
    }

    private Place whole() {
        return place("");
    }

    private Place place(String position) {
        return new Place(path.toString(), position);
    }
}
