package imr.cli;

import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.LetterWarning;
import imr.letter.ParseResult;
import imr.letter.ParseResult.Parsed;
import imr.letter.ParseResult.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A letter's text for people, each field marked below the row where it was found, and each warning at its place. No row is
 * longer than {@value #WIDTH} characters.
 */
final class ExplainedLetter {

    static final int WIDTH = 80;
    private static final int LINE_NUMBER = 4;
    private static final int SIDE = 3;

    private final String text;
    private final Ink ink;
    private final List<DisputedItem> items;
    private final List<FieldMark> marks;
    private final List<LetterWarning> warnings;
    private final List<LetterRow> rows;
    private final int lineNumber;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /** Fields that have begun, and not ended before the row in hand. */
    private final List<FieldMark> open = new ArrayList<>();

    private int nextMark;

    private ExplainedLetter(String text, List<DisputedItem> items, List<LetterWarning> warnings, Ink ink) {
        this.text = text;
        this.ink = ink;
        this.items = items;
        this.marks = items.isEmpty() ? List.of() : FieldMark.of(items);
        this.warnings = warnings;
        long lineBreaks = text.chars().filter(c -> c == '\n' || c == '\r').count();
        this.lineNumber = Math.max(LINE_NUMBER, String.valueOf(lineBreaks + 1).length());
        this.width = WIDTH - lineNumber - SIDE;
        this.rows = LetterRow.of(text, width);
    }

    /** The letter as far as it was read. */
    static List<String> of(String source, String text, ParseResult result, Ink ink) {
        if (result instanceof Parsed parsed) {
            Determination determination = parsed.determination();
            List<DisputedItem> items = determination.getItems();
            ExplainedLetter letter = new ExplainedLetter(text, items, determination.getWarnings(), ink);
            letter.heading(source + ": " + determination.getLetterId() + ", "
                    + items.get(0).getLetter().getFormat() + ", " + counted(items.size(), "item") + ", "
                    + counted(determination.getWarnings().size(), "warning"));
            letter.legend();
            letter.print();
            letter.missing();
            return letter.lines;
        }
        Rejected rejected = (Rejected) result;
        boolean hasPlace = rejected.line() > 1 || rejected.column() > 1;
        List<LetterWarning> place =
                List.of(new LetterWarning(rejected.code().name(), rejected.line(), rejected.column()));
        ExplainedLetter letter = new ExplainedLetter(hasPlace ? text : "", List.of(), place, ink);
        letter.heading(source + ": rejected, " + rejected.code()
                + (hasPlace ? " at " + rejected.line() + ":" + rejected.column() : ""));
        if (hasPlace) {
            letter.print();
        }
        return letter.lines;
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private void heading(String heading) {
        for (String line : Wrapped.at(heading, WIDTH)) {
            lines.add(ink.heading(line));
        }
    }

    private void legend() {
        lines.add("");
        lines.add(ink.field(ink.bar(5, true, true)) + " found in the text above it    "
                + ink.field(ink.bar(5, true, false)) + " goes on in the next row    " + ink.warning("^ !")
                + " warning");
        lines.add("");
    }

    private void print() {
        boolean blank = false;
        int item = 0;
        int warning = 0;
        for (int i = 0; i < rows.size(); i++) {
            LetterRow row = rows.get(i);
            while (item < items.size() && items.get(item).getSpan().getStart() < row.end()) {
                itemHeading(items.get(item));
                item++;
            }
            MarkRows below = new MarkRows(ink, width);
            boolean within = mark(row, below);
            int last = warning;
            while (warning < warnings.size()
                    && (i == rows.size() - 1 || isAt(warnings.get(warning), rows.get(i + 1)))) {
                warning++;
            }
            warn(row, warnings.subList(last, warning), below);
            List<String> marked = below.lines();
            if (!row.isBlank() || !blank || !marked.isEmpty()) {
                lines.add(beside(row, within) + row.shown(text));
            }
            for (String line : marked) {
                lines.add(" ".repeat(lineNumber + SIDE) + line);
            }
            blank = row.isBlank();
        }
        lines.replaceAll(String::stripTrailing);
        if (blank) {
            lines.remove(lines.size() - 1);
        }
    }

    private void itemHeading(DisputedItem item) {
        String heading = String.format(Locale.ROOT, " item %d: %s ", item.getPosition(), item.getDecision());
        lines.add(ink.heading(ink.rule(lineNumber) + heading + ink.rule(WIDTH - lineNumber - heading.length())));
    }

    private void missing() {
        List<String> missing = FieldMark.missing(items.get(0).getLetter());
        if (!missing.isEmpty()) {
            lines.add("");
            lines.addAll(Wrapped.at("Not found: " + String.join(", ", missing), WIDTH));
        }
    }

    private String beside(LetterRow row, boolean within) {
        String number = row.first() ? String.valueOf(row.line()) : "";
        return " ".repeat(lineNumber - number.length()) + number + " " + (within ? ink.sideWithin() : ink.side()) + " ";
    }

    /** Marks the fields that begin or end on a row; says whether one goes through it from end to end. */
    private boolean mark(LetterRow row, MarkRows below) {
        boolean within = false;
        while (nextMark < marks.size() && marks.get(nextMark).start() < row.end()) {
            open.add(marks.get(nextMark));
            nextMark++;
        }
        open.removeIf(mark -> mark.end() <= row.start());
        for (FieldMark mark : open) {
            boolean opens = mark.start() >= row.start();
            boolean closes = mark.end() <= row.end();
            if (opens || closes) {
                int from = Math.max(mark.start(), firstShown(row)) - row.start();
                below.field(mark.name(), from, Math.min(mark.end(), row.end()) - row.start(), opens, closes);
            }
            within |= !opens && !closes;
        }
        return within;
    }

    private int firstShown(LetterRow row) {
        int indent = row.shown(text).length() - row.shown(text).stripLeading().length();
        return row.start() + indent;
    }

    /** Whether a warning's place is before a row, so that it belongs to the one above. */
    private boolean isAt(LetterWarning warning, LetterRow next) {
        if (warning.getLine() != next.line()) {
            return warning.getLine() < next.line();
        }
        return !next.first() && warning.getColumn() - 1 < next.start() - lineStart(next.line());
    }

    private void warn(LetterRow row, List<LetterWarning> here, MarkRows below) {
        for (LetterWarning warning : here) {
            int column = warning.getColumn() - 1 - (row.start() - lineStart(row.line()));
            below.warning(warning.getCode(), Math.max(0, Math.min(column, width - 1)));
        }
    }

    private int lineStart(int line) {
        int low = 0;
        int high = rows.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).line() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return rows.get(low).start();
    }
}
