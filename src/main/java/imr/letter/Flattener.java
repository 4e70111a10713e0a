package imr.letter;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes a {@link FlatText} of a letter's lines. */
final class Flattener {

    private final CodedText letter;
    private final byte[] raw;
    private final Stops stops;
    private final PrintedLines printed;

    private final byte[] chars;
    private int length;
    /** The first stop that isn't passed yet. */
    private int stop;
    /** Where the last page furniture ends; it may take up several lines. */
    private int furnitureEnd;

    private final Origins origins;
    private final Lines lines;
    private int[] colons = new int[32];
    private int colonCount;
    private CaseNumber.@Nullable Found caseNumber;

    private Flattener(CodedText letter, Stops stops, PrintedLines printed) {
        this.letter = letter;
        this.raw = letter.codes();
        this.stops = stops;
        this.printed = printed;
        this.chars = new byte[raw.length];
        this.origins = new Origins(raw.length);
        this.lines = new Lines(printed.count());
    }

    /** Flattens a text as it is, with what pages print around it. */
    static FlatText flatten(String text) {
        CodedText letter = CodedText.of(text);
        Stops stops = Stops.of(letter.codes());
        return flatten(letter, stops, PrintedLines.of(letter.codes(), stops));
    }

    /** Flattens a letter without what its pages print around its text. */
    static FlatText flattenLetter(CodedText letter, Stops stops) {
        PrintedLines printed = PrintedLines.of(letter.codes(), stops);
        PageLines.takeOut(printed, stops);
        return flatten(letter, stops, printed);
    }

    private static FlatText flatten(CodedText letter, Stops stops, PrintedLines printed) {
        Flattener flattener = new Flattener(letter, stops, printed);
        for (int line = 0; line < printed.count(); line++) {
            flattener.line(line);
        }
        return flattener.flatText();
    }

    private FlatText flatText() {
        lines.close();
        return new FlatText(letter, chars, length, origins, lines, Arrays.copyOf(colons, colonCount), caseNumber);
    }

    private void line(int line) {
        lines.addBreaks(printed.before(line));
        if (printed.isOut(line)) {
            lines.addFurniture();
            return;
        }
        stop = printed.firstStop(line);
        int end = printed.end(line);
        int at = Chars.spacesEnd(raw, Math.max(printed.start(line), furnitureEnd), end);
        while (at < end) {
            furnitureEnd = Furniture.endAt(raw, at, lines.isAtLineStart(), lines.isAfterPageBreak());
            if (furnitureEnd > at) {
                caseNumber = caseNumber == null ? Furniture.caseNumber(raw, at, furnitureEnd) : caseNumber;
                lines.addFurniture();
                at = Chars.spacesEnd(raw, furnitureEnd, end);
            } else {
                at = text(at, end);
            }
        }
    }

    /** Copies text in one go up to where a footer begins or more white space comes than single spaces between words. */
    private int text(int from, int to) {
        boolean spaced = length > 0 && lines.isApart() && !joinsHyphenated();
        origins.add(length, spaced ? from - 1 : from);
        if (spaced) {
            chars[length] = ' ';
            length++;
        }
        lines.addText(length);
        int end = runEnd(from, to);
        System.arraycopy(raw, from, chars, length, end - from);
        length += end - from;
        int next = Chars.spacesEnd(raw, end, to);
        if (next > end) {
            lines.addSpace();
        }
        return next;
    }

    /** Where text ends that starts here: before a footer, or any white space but a single space. */
    private int runEnd(int from, int to) {
        int end = to;
        for (; stops.place(stop) < to; stop++) {
            int at = stops.place(stop);
            if (at < from) {
                continue;
            }
            byte c = raw[at];
            if (c == ':') {
                addColon(length + at - from);
            } else if (Chars.isSpace(c) || (at > from && isFooter(at))) {
                end = at;
                break;
            }
        }
        return raw[end - 1] == ' ' ? end - 1 : end;
    }

    private boolean isFooter(int at) {
        return raw[at] == Furniture.FOOTER_START
                && raw[at - 1] == ' '
                && Furniture.mayBeFooter(raw, at)
                && Furniture.endAt(raw, at, false, false) > at;
    }

    private void addColon(int at) {
        if (colonCount == colons.length) {
            colons = Arrays.copyOf(colons, colonCount * 2);
        }
        colons[colonCount] = at;
        colonCount++;
    }

    /** A hyphen at a line's end right behind a word: the word goes on in the next line. */
    private boolean joinsHyphenated() {
        return lines.isAtLineStart()
                && length > 1
                && chars[length - 1] == '-'
                && Chars.isLetterOrDigit(chars[length - 2]);
    }
}
