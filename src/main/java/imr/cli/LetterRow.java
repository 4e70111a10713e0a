package imr.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a letter as it is printed: a line, or a part of one that is too long.
 *
 * @param line number of the line, from 1
 * @param first whether it is the line's first row
 * @param start offset of its first character in the letter
 * @param end offset behind its last
 */
record LetterRow(int line, boolean first, int start, int end) {

    /** The rows of a text. Lines are counted as in the places of warnings; a page break ends none. */
    static List<LetterRow> of(String text, int width) {
        List<LetterRow> rows = new ArrayList<>();
        int line = 1;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at < text.length() && !isLineBreak(text.charAt(at))) {
                continue;
            }
            wrap(text, line, start, at, width, rows);
            boolean pair = text.startsWith("\r\n", at);
            at += pair ? 1 : 0;
            start = at + 1;
            line++;
        }
        return rows;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static void wrap(String text, int line, int from, int to, int width, List<LetterRow> rows) {
        int end = to;
        while (end > from && isBlank(text.charAt(end - 1))) {
            end--;
        }
        int start = from;
        while (end - start > width) {
            int at = start + width;
            while (at > start && !isBlank(text.charAt(at))) {
                at--;
            }
            boolean spaced = at > start && !text.substring(start, at).isBlank();
            int rowEnd = spaced ? at : start + width;
            rows.add(new LetterRow(line, start == from, start, rowEnd));
            start = rowEnd;
            while (start < end && isBlank(text.charAt(start))) {
                start++;
            }
        }
        rows.add(new LetterRow(line, start == from, start, end));
    }

    /** The text of the row, one character a column: what would move the cursor is a space. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder(end - start);
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            shown.append(isBlank(c) ? ' ' : c);
        }
        return shown.toString();
    }

    boolean isBlank() {
        return start == end;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
