package imr.letter;

import java.util.Arrays;

/**
 * The lines of a letter as printed, without their white space at both ends; blank ones don't count. Lines that are none of
 * its text can be taken out.
 */
final class PrintedLines {

    private static final int USUAL_LENGTH = 40;

    /** What was before a line, in one int: the number of line breaks, and these flags. */
    static final int SPACED_LINE = 1 << 30;

    static final int PAGE_BREAK = 1 << 29;
    static final int COUNT = (1 << 28) - 1;

    /** Put to what was before a line that is taken out. */
    private static final int OUT = 1 << 28;

    final byte[] text;
    private final Stops stops;

    private int[] starts;
    private int[] ends;
    private int[] firstStops;
    private int[] before;
    private int count;

    private PrintedLines(byte[] text, Stops stops) {
        this.text = text;
        this.stops = stops;
        int usual = text.length / USUAL_LENGTH + 16;
        this.starts = new int[usual];
        this.ends = new int[usual];
        this.firstStops = new int[usual];
        this.before = new int[usual];
    }

    static PrintedLines of(byte[] text, Stops stops) {
        PrintedLines lines = new PrintedLines(text, stops);
        lines.read();
        return lines;
    }

    private void read() {
        int stop = 0;
        int at = 0;
        while (true) {
            int breaks = 0;
            boolean spaces = false;
            while (at < text.length && Chars.isSpace(text[at])) {
                byte c = text[at];
                if (Chars.isLineBreak(c)) {
                    breaks = (breaks + 1) | (spaces && (breaks & COUNT) > 0 ? SPACED_LINE : 0);
                    spaces = false;
                    at += c == '\r' && at + 1 < text.length && text[at + 1] == '\n' ? 1 : 0;
                } else if (Chars.isPageBreak(c)) {
                    breaks |= PAGE_BREAK;
                } else {
                    spaces = true;
                }
                at++;
            }
            if (at == text.length) {
                return;
            }
            while (stops.place(stop) < at) {
                stop++;
            }
            int first = stop;
            while (stop < stops.count() && !Chars.endsLine(text[stops.place(stop)])) {
                stop++;
            }
            int end = stops.place(stop);
            add(at, Chars.trimEnd(text, at, end), first, breaks);
            at = end;
        }
    }

    private void add(int start, int end, int firstStop, int breaks) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            firstStops = Arrays.copyOf(firstStops, count * 2);
            before = Arrays.copyOf(before, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        firstStops[count] = firstStop;
        before[count] = breaks;
        count++;
    }

    int count() {
        return count;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return ends[line];
    }

    /** The first stop in a line, or behind it if it has none. */
    int firstStop(int line) {
        return firstStops[line];
    }

    /** The number of line breaks before a line, with {@link #SPACED_LINE} and {@link #PAGE_BREAK}. */
    int before(int line) {
        return before[line] & ~OUT;
    }

    boolean isBehindPageBreak(int line) {
        return (before[line] & PAGE_BREAK) != 0;
    }

    /** Takes a line out. */
    void takeOut(int line) {
        before[line] |= OUT;
    }

    boolean isOut(int line) {
        return (before[line] & OUT) != 0;
    }
}
