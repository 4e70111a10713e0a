package imr.letter;

import imr.avro.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A letter as one line: white space collapsed to single spaces, page furniture taken out, and a word that was hyphenated
 * at a line's end joined to its rest with the hyphen kept. Keeps where each character stands in the decoded text, and
 * where the lines began and what gap was before them. Scanners work on {@link #chars}, so that they needn't care for
 * layout. Instances come from {@link Flattener}.
 */
final class FlatText {

    private final String source;
    private final String flat;
    private final int[] pieces;
    private final int[] shifts;
    private final int[] lineStarts;
    private final Gap[] gaps;
    private final int lineCount;

    /** The piece that a place was looked for in last: the next place is often in the same. */
    private int piece;

    /** The flat text, from 0 to {@link #length}. The array may be longer. */
    final char[] chars;

    /** Characters in use of {@link #chars}. */
    final int length;

    /** Case number that the pages' footer repeats, if they have one. */
    final @Nullable String footerCaseNumber;

    FlatText(
            String source,
            char[] chars,
            int length,
            int[] pieces,
            int[] shifts,
            int[] lineStarts,
            Gap[] gaps,
            int lineCount,
            @Nullable String footerCaseNumber) {
        this.source = source;
        this.chars = chars;
        this.length = length;
        this.flat = new String(chars, 0, length);
        this.pieces = pieces;
        this.shifts = shifts;
        this.lineStarts = lineStarts;
        this.gaps = gaps;
        this.lineCount = lineCount;
        this.footerCaseNumber = footerCaseNumber;
    }

    /** Text of a range without white space at its ends. */
    String text(int from, int to) {
        int start = skipSpaces(from, to);
        int end = trimEnd(start, to);
        return flat.substring(start, end);
    }

    /** Where a range stands in the decoded text, from its first to its last character that isn't white space. */
    Span span(int from, int to) {
        int start = skipSpaces(from, to);
        int end = trimEnd(start, to);
        return start == end ? new Span(offset(start), offset(start)) : new Span(offset(start), offset(end - 1) + 1);
    }

    /** Line and column in the decoded text. */
    Position position(int at) {
        return Position.of(source, offset(at));
    }

    private int offset(int at) {
        if (at >= length) {
            return source.length();
        }
        if (at < pieces[piece] || (piece + 1 < pieces.length && at >= pieces[piece + 1])) {
            int found = Arrays.binarySearch(pieces, at);
            piece = found >= 0 ? found : -found - 2;
        }
        return at + shifts[piece];
    }

    /** First place of an ASCII character at {@code from} or later; -1 if there is none. */
    int indexOf(char c, int from) {
        return flat.indexOf(c, from);
    }

    int skipSpaces(int from, int to) {
        int at = from;
        while (at < to && chars[at] == ' ') {
            at++;
        }
        return at;
    }

    int trimEnd(int from, int to) {
        int end = to;
        while (end > from && chars[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    /** Number of the line, from 0, that a character is on. */
    int lineAt(int at) {
        int low = 0;
        int high = lineCount - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lineStarts[middle] <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Where a line starts; blank lines and page furniture don't count as lines. */
    int lineStart(int line) {
        return lineStarts[line];
    }

    /** Index behind a line's last character and the space after it. */
    int lineEnd(int line) {
        return line + 1 < lineCount ? lineStarts[line + 1] : length;
    }

    /** What stands before a line. */
    Gap gapBefore(int line) {
        return gaps[line];
    }

    /** Whether a full stop, perhaps in quotes or brackets, is the last thing before {@code end}. */
    boolean endsSentence(int from, int end) {
        int at = trimEnd(from, end) - 1;
        while (at > from && Chars.isCloser(chars[at])) {
            at--;
        }
        return at >= from && Chars.isStop(chars[at]);
    }
}
