package imr.letter;

import java.util.Arrays;

/**
 * The lines of a letter as they were before it was flattened: where in the flat text each begins, and what was before it.
 * Blank lines and page furniture don't count as lines.
 */
final class Lines {

    private static final int USUAL_LENGTH = 40;
    private static final int MAX_SPACING = 4;

    /** What was before a line, in one int: the number of line breaks, and these two flags. */
    private static final int SPACED_LINE = 1 << 30;

    private static final int PAGE_BREAK = 1 << 29;
    private static final int COUNT = PAGE_BREAK - 1;

    private int[] starts;
    private int[] breaks;
    private int count;

    /** Line breaks between two lines that are most frequent in the letter: 2 where a blank line follows every line. */
    private int usual = 1;
    /** Whether paragraphs are set apart by a line of spaces. */
    private boolean spacesBetweenParagraphs;

    /** What was met since the last line's text. */
    private int pending;

    private boolean spacesInLine;

    Lines(int letterLength) {
        starts = new int[letterLength / USUAL_LENGTH + 16];
        breaks = new int[starts.length];
    }

    /** Takes in white space, and gives the index behind it. */
    int addSpaces(byte[] text, int from) {
        int before = pending;
        boolean spaces = spacesInLine;
        int at = from;
        for (; at < text.length && Chars.isSpace(text[at]); at++) {
            byte c = text[at];
            if (Chars.isLineBreak(c)) {
                before = (before + 1) | (spaces && (before & COUNT) > 0 ? SPACED_LINE : 0);
                spaces = false;
                at += c == '\r' && at + 1 < text.length && text[at + 1] == '\n' ? 1 : 0;
            } else if (Chars.isPageBreak(c)) {
                before |= PAGE_BREAK;
            } else {
                spaces = true;
            }
        }
        pending = before;
        spacesInLine = spaces;
        return at;
    }

    /** Page furniture was met: where it stands, a page ends. */
    void addFurniture() {
        pending |= PAGE_BREAK;
        spacesInLine = true;
    }

    boolean isAfterPageBreak() {
        return (pending & PAGE_BREAK) != 0;
    }

    /** Whether text that comes now begins a line. */
    boolean isAtLineStart() {
        return pending != 0 || count == 0;
    }

    /** Whether text that comes now stands apart from what was before it. */
    boolean isApart() {
        return pending != 0 || spacesInLine;
    }

    /** Text comes, at an index of the flat text. */
    void addText(int at) {
        if (isAtLineStart()) {
            add(at, pending);
        }
        pending = 0;
        spacesInLine = false;
    }

    private void add(int start, int before) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            breaks = Arrays.copyOf(breaks, count * 2);
        }
        starts[count] = start;
        breaks[count] = before;
        count++;
    }

    /** No more text comes. */
    void close() {
        usual = usualSpacing();
        spacesBetweenParagraphs = usual > 1 && separatesWithSpaces();
    }

    private int usualSpacing() {
        int[] seen = new int[MAX_SPACING + 1];
        for (int line = 1; line < count; line++) {
            int lineBreaks = breaks[line] & COUNT;
            if (lineBreaks <= MAX_SPACING) {
                seen[lineBreaks]++;
            }
        }
        int most = 1;
        for (int spacing = 2; spacing <= MAX_SPACING; spacing++) {
            if (seen[spacing] > seen[most]) {
                most = spacing;
            }
        }
        return most;
    }

    private boolean separatesWithSpaces() {
        for (int line = 0; line < count; line++) {
            if ((breaks[line] & SPACED_LINE) != 0 && (breaks[line] & COUNT) > usual) {
                return true;
            }
        }
        return false;
    }

    /** Number of lines. */
    int count() {
        return count;
    }

    /** Number of the line, from 0, that a character is on. */
    int at(int index) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    int start(int line) {
        return starts[line];
    }

    /** What stands before a line. */
    Gap gapBefore(int line) {
        int before = breaks[line];
        if ((before & PAGE_BREAK) != 0) {
            return Gap.PAGE;
        }
        if ((before & COUNT) <= usual) {
            return Gap.LINE;
        }
        // Where paragraphs are set apart by a line of one space, mere line breaks are what is left of a page's end.
        return spacesBetweenParagraphs && (before & SPACED_LINE) == 0 ? Gap.PAGE : Gap.PARAGRAPH;
    }
}
