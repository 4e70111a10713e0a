package imr.letter;

import java.util.Arrays;

/**
 * The lines of a letter as they were before it was flattened: where in the flat text each begins, and what was before it.
 * Blank lines and page furniture don't count as lines.
 */
final class Lines {

    private static final int MAX_SPACING = 4;

    private int[] starts;
    /** What was before a line, as in {@link PrintedLines#before}. */
    private int[] breaks;

    private int count;

    /** Line breaks between two lines that are most frequent in the letter: 2 where a blank line follows every line. */
    private int usual = 1;
    /** Whether paragraphs are set apart by a line of spaces. */
    private boolean spacesBetweenParagraphs;

    /** What was met since the last line's text. */
    private int pending;

    private boolean spacesInLine;

    /**
     * Without any line yet.
     *
     * @param usual how many lines there are, unless page furniture in a line makes two of it
     */
    Lines(int usual) {
        starts = new int[usual];
        breaks = new int[usual];
    }

    /** Takes in what is before a line. */
    void addBreaks(int before) {
        pending = (pending + (before & PrintedLines.COUNT)) | (before & ~PrintedLines.COUNT);
    }

    /** White space was met within a line. */
    void addSpace() {
        spacesInLine = true;
    }

    /** Page furniture was met: where it stands, a page ends. */
    void addFurniture() {
        pending |= PrintedLines.PAGE_BREAK;
        spacesInLine = true;
    }

    boolean isAfterPageBreak() {
        return (pending & PrintedLines.PAGE_BREAK) != 0;
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
            int lineBreaks = breaks[line] & PrintedLines.COUNT;
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
            if ((breaks[line] & PrintedLines.SPACED_LINE) != 0 && (breaks[line] & PrintedLines.COUNT) > usual) {
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
        if ((before & PrintedLines.PAGE_BREAK) != 0) {
            return Gap.PAGE;
        }
        if ((before & PrintedLines.COUNT) <= usual) {
            return Gap.LINE;
        }
        // Where paragraphs are set apart by a line of one space, mere line breaks are what is left of a page's end.
        return spacesBetweenParagraphs && (before & PrintedLines.SPACED_LINE) == 0 ? Gap.PAGE : Gap.PARAGRAPH;
    }
}
