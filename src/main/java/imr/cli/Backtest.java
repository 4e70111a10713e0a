package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import imr.avro.SpikeAlert;
import imr.spike.SpikeDetector;
import imr.spike.SpikeParameters;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Windows from a CSV file through the detector of each key, and what it tells to another. */
final class Backtest {

    private static final String STANDARD = "-";
    private static final List<String> IN = List.of("key", "window_start", "upheld", "overturned");
    private static final List<String> OUT = List.of(
            "event",
            "alert_id",
            "key",
            "row_window",
            "state",
            "opened",
            "closed",
            "onset",
            "severity",
            "reason",
            "overturned",
            "total",
            "rate",
            "baseline",
            "expected",
            "lift_lb",
            "evidence",
            "phi",
            "revision");
    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final SpikeParameters parameters;
    private final Map<String, SpikeDetector> detectors = new HashMap<>();
    private final Set<String> alerts = new HashSet<>();
    private long windows;
    private long records;

    Backtest(SpikeParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads all windows and writes all records.
     *
     * @param in path, or - for standard input
     * @param out path, or - for standard output
     * @throws CommandFailed if a file isn't there or a row isn't a window
     */
    void run(String in, String out, Console console) throws IOException, CommandFailed {
        try (Reader reader = reader(in, console)) {
            MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(reader);
            checkColumns(in, rows);
            try (Writer writer = writer(out, console);
                    SequenceWriter alertRows =
                            CSV.writer(CsvSchema.emptySchema()).writeValues(writer)) {
                alertRows.write(OUT);
                while (next(in, rows)) {
                    windows++;
                    take(in, rows.next(), alertRows);
                }
            }
        }
    }

    private static boolean next(String in, MappingIterator<Map<String, String>> rows) throws CommandFailed {
        try {
            return rows.hasNext();
        } catch (RuntimeJsonMappingException malformed) {
            throw new CommandFailed(in + ": " + malformed.getMessage(), malformed);
        }
    }

    private static void checkColumns(String in, MappingIterator<?> rows) throws CommandFailed {
        CsvSchema columns = (CsvSchema) rows.getParserSchema();
        for (String column : IN) {
            if (columns.column(column) == null) {
                throw new CommandFailed(
                        in + ": no column " + column + " in the first line; it has to name " + String.join(",", IN));
            }
        }
    }

    private void take(String in, Map<String, String> row, SequenceWriter alertRows) throws CommandFailed {
        String key = cell(in, row, "key");
        long start;
        try {
            start = Instant.parse(cell(in, row, "window_start")).toEpochMilli();
        } catch (DateTimeParseException wrong) {
            throw wrong(in, "window_start \"" + row.get("window_start") + "\" is no time such as 2017-02-14T00:00:00Z");
        }
        detectors
                .computeIfAbsent(key, unknown -> new SpikeDetector(unknown, parameters, ZoneOffset.UTC))
                .window(
                        start,
                        count(in, row, "upheld"),
                        count(in, row, "overturned"),
                        alert -> write(alert, alertRows));
    }

    private String cell(String in, Map<String, String> row, String column) throws CommandFailed {
        String cell = row.get(column);
        if (cell == null || cell.isEmpty()) {
            throw wrong(in, column + " is missing");
        }
        return cell;
    }

    private long count(String in, Map<String, String> row, String column) throws CommandFailed {
        String cell = cell(in, row, column);
        try {
            return Integer.parseUnsignedInt(cell);
        } catch (NumberFormatException wrong) {
            throw wrong(in, column + " \"" + cell + "\" is no number of items");
        }
    }

    private CommandFailed wrong(String in, String problem) {
        return new CommandFailed(in + ": row " + windows + ": " + problem);
    }

    private void write(SpikeAlert alert, SequenceWriter rows) {
        records++;
        alerts.add(alert.getAlertId());
        try {
            rows.write(List.of(
                    alert.getEvent(),
                    alert.getAlertId(),
                    alert.getKey(),
                    alert.getRowWindow().toString(),
                    alert.getStatus(),
                    alert.getOpened().toString(),
                    orEmpty(alert.getClosed()),
                    alert.getOnset().toString(),
                    alert.getSeverity(),
                    orEmpty(alert.getReason()),
                    alert.getOverturned(),
                    alert.getTotal(),
                    decimals(6, alert.getObservedRate()),
                    decimals(6, alert.getBaselineRate()),
                    decimals(4, alert.getExpectedOverturned()),
                    decimals(6, alert.getLiftLowerBound()),
                    decimals(4, alert.getEvidenceNats()),
                    decimals(4, alert.getDispersion()),
                    alert.getRevision()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String decimals(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static Reader reader(String path, Console console) throws IOException, CommandFailed {
        if (path.equals(STANDARD)) {
            return new BufferedReader(new InputStreamReader(console.in(), UTF_8));
        }
        try {
            return Files.newBufferedReader(Path.of(path));
        } catch (NoSuchFileException | FileNotFoundException missing) {
            throw new CommandFailed(path + ": no such file", missing);
        }
    }

    private static Writer writer(String path, Console console) throws IOException {
        return path.equals(STANDARD)
                ? new BufferedWriter(new OutputStreamWriter(console.out(), UTF_8))
                : Files.newBufferedWriter(Path.of(path));
    }

    long windows() {
        return windows;
    }

    int keys() {
        return detectors.size();
    }

    int alerts() {
        return alerts.size();
    }

    long records() {
        return records;
    }

    long late() {
        return detectors.values().stream().mapToLong(SpikeDetector::lateDropped).sum();
    }
}
