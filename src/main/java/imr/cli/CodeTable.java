package imr.cli;

import imr.letter.RejectionCode;
import imr.letter.WarningCode;
import imr.names.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every code that a letter may come out with and what it means, for the README and for {@code --help}. */
final class CodeTable {

    private static final int WIDTH = 80;
    private static final String MARGIN = " ".repeat(35);

    private CodeTable() {}

    /** What a code does to its letter. */
    enum Kind {
        REJECTION("rejection", "Rejections: nothing is counted, the letter goes to the dead letters."),
        LOSS("loss", "Losses: the rest is counted, and the letter goes to the dead letters too."),
        WARNING("warning", "Warnings: all is counted, but something is odd.");

        private final String word;
        private final String heading;

        Kind(String word, String heading) {
            this.word = word;
            this.heading = heading;
        }
    }

    private record Row(String code, Kind kind, String stages, String meaning) {}

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (RejectionCode code : RejectionCode.values()) {
            rows.add(new Row(code.name(), Kind.REJECTION, "letter", code.meaning()));
        }
        for (RefusalCode code : RefusalCode.values()) {
            rows.add(new Row(
                    code.name(),
                    code == RefusalCode.PARTLY_READ ? Kind.LOSS : Kind.REJECTION,
                    code.stages(),
                    code.meaning()));
        }
        for (WarningCode code : WarningCode.values()) {
            rows.add(new Row(code.name(), code.isLoss() ? Kind.LOSS : Kind.WARNING, "letter", code.meaning()));
        }
        return rows.stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }

    /** As a Markdown table. */
    static String markdown() {
        return rows().stream()
                .map(row -> "| `" + row.code() + "` | " + row.kind().word + " | " + row.stages() + " | " + row.meaning()
                        + " |\n")
                .collect(Collectors.joining("", "| Code | Kind | Stage | Meaning |\n|---|---|---|---|\n", ""));
    }

    /** As text for a terminal of 80 columns. */
    static String text() {
        StringBuilder text = new StringBuilder();
        for (Kind kind : Kind.values()) {
            text.append('\n').append(kind.heading).append('\n');
            for (Row row : rows()) {
                if (row.kind() == kind) {
                    append(row, text);
                }
            }
        }
        return text.toString();
    }

    private static void append(Row row, StringBuilder text) {
        StringBuilder line = new StringBuilder("  ").append(row.code());
        line.append(MARGIN, line.length(), MARGIN.length());
        int start = line.length();
        for (String word : row.meaning().replace("`", "").split(" ", -1)) {
            if (line.length() > start && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line.setLength(0);
                line.append(MARGIN);
            }
            line.append(line.length() > start ? " " : "").append(word);
        }
        text.append(line).append('\n');
    }
}
