package imr.letter;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes a {@link FlatText} of a letter in one pass over it. */
final class Flattener {

    private static final int USUAL_LINE = 40;
    private static final int MAX_SPACING = 4;

    /** From here on, characters may be white space again. */
    private static final char FIRST_RARE = '\u0080';

    /** A space and the small or capital letter that a footer begins with. */
    private static final int BEFORE_FOOTER = ' ' << Character.SIZE | 'f';

    /** What was before a line, in one int: the number of line breaks, and these two flags. */
    private static final int SPACED_LINE = 1 << 30;

    private static final int PAGE_BREAK = 1 << 29;
    private static final int COUNT = PAGE_BREAK - 1;

    private final String text;
    private final char[] raw;
    private final char[] chars;
    private int length;

    /** Stretches of the flat text that lie in the letter as one piece: where they start, and how far they are shifted. */
    private int[] pieces;

    private int[] shifts;
    private int pieceCount;

    private int[] lineStarts;
    private int[] breaks;

    private int lineCount;

    private int pending;
    private boolean spacesInLine;
    private @Nullable String caseNumber;

    private Flattener(String text) {
        this.text = text;
        this.raw = text.toCharArray();
        this.chars = new char[raw.length];
        this.pieces = new int[text.length() / USUAL_LINE + 16];
        this.shifts = new int[pieces.length];
        this.lineStarts = new int[text.length() / USUAL_LINE + 16];
        this.breaks = new int[lineStarts.length];
    }

    static FlatText flatten(String text) {
        Flattener flattener = new Flattener(text);
        flattener.run();
        return new FlatText(
                text,
                flattener.chars,
                flattener.length,
                Arrays.copyOf(flattener.pieces, flattener.pieceCount),
                flattener.shifts,
                flattener.lineStarts,
                flattener.gaps(),
                flattener.lineCount,
                flattener.caseNumber);
    }

    private void run() {
        int at = 0;
        boolean atLineStart = true;
        while (at < raw.length) {
            char c = raw[at];
            if (Chars.isSpace(c)) {
                at = space(at, c);
                atLineStart |= (pending & COUNT) > 0 || (pending & PAGE_BREAK) != 0;
                continue;
            }
            int furnitureEnd = Furniture.endAt(text, at, atLineStart, (pending & PAGE_BREAK) != 0);
            if (furnitureEnd > at) {
                pending |= PAGE_BREAK;
                spacesInLine = true;
                if (caseNumber == null) {
                    caseNumber = Furniture.caseNumber(text, at, furnitureEnd);
                }
                at = furnitureEnd;
                continue;
            }
            append(at, c);
            atLineStart = false;
            at = restOfLine(at + 1);
        }
    }

    /**
     * Copies what follows on the line in one go, as far as it is ASCII with single spaces between the words and no
     * footer begins. The loop's exits are rare, so that the processor guesses them right.
     */
    private int restOfLine(int from) {
        int at = from;
        char before = raw[from - 1];
        while (at < raw.length) {
            char c = raw[at];
            boolean rare = c < ' ' || c >= FIRST_RARE;
            if (rare || before + c == 2 * ' ') {
                break;
            }
            if ((before << Character.SIZE | c | ' ') == BEFORE_FOOTER && Furniture.endAt(text, at, false, false) > at) {
                break;
            }
            before = c;
            at++;
        }
        int end = at > from && before == ' ' ? at - 1 : at;
        System.arraycopy(raw, from, chars, length, end - from);
        length += end - from;
        return end;
    }

    private int space(int at, char c) {
        if (Chars.isPageBreak(c)) {
            pending |= PAGE_BREAK;
        } else if (Chars.isLineBreak(c)) {
            boolean blankWithSpaces = spacesInLine && (pending & COUNT) > 0;
            pending = (pending + 1) | (blankWithSpaces ? SPACED_LINE : 0);
            spacesInLine = false;
            boolean pair = c == '\r' && at + 1 < raw.length && raw[at + 1] == '\n';
            return pair ? at + 2 : at + 1;
        } else {
            spacesInLine = true;
        }
        return at + 1;
    }

    private void append(int at, char c) {
        boolean newLine = (pending & COUNT) > 0 || (pending & PAGE_BREAK) != 0 || lineCount == 0;
        boolean spaced = length > 0 && (newLine || spacesInLine) && !joinsHyphenated(newLine);
        startPiece(length, spaced ? at - 1 : at);
        if (spaced) {
            chars[length] = ' ';
            length++;
        }
        if (newLine) {
            startLine();
        }
        chars[length] = c;
        length++;
        pending = 0;
        spacesInLine = false;
    }

    private void startPiece(int flat, int at) {
        if (pieceCount > 0 && shifts[pieceCount - 1] == at - flat) {
            return;
        }
        if (pieceCount == pieces.length) {
            pieces = Arrays.copyOf(pieces, pieceCount * 2);
            shifts = Arrays.copyOf(shifts, pieceCount * 2);
        }
        pieces[pieceCount] = flat;
        shifts[pieceCount] = at - flat;
        pieceCount++;
    }

    /** A hyphen at a line's end right behind a word: the word goes on in the next line. */
    private boolean joinsHyphenated(boolean newLine) {
        return newLine && length > 1 && chars[length - 1] == '-' && Chars.isLetterOrDigit(chars[length - 2]);
    }

    private void startLine() {
        if (lineCount == lineStarts.length) {
            lineStarts = Arrays.copyOf(lineStarts, lineCount * 2);
            breaks = Arrays.copyOf(breaks, lineCount * 2);
        }
        lineStarts[lineCount] = length;
        breaks[lineCount] = pending;
        lineCount++;
    }

    private Gap[] gaps() {
        int usual = usualSpacing();
        boolean marksParagraphs = marksParagraphsWithSpaces(usual);
        Gap[] gaps = new Gap[lineCount];
        for (int line = 0; line < lineCount; line++) {
            gaps[line] = gap(breaks[line], usual, marksParagraphs);
        }
        return gaps;
    }

    private static Gap gap(int lineBreaks, int usual, boolean marksParagraphs) {
        if ((lineBreaks & PAGE_BREAK) != 0) {
            return Gap.PAGE;
        }
        if ((lineBreaks & COUNT) <= usual) {
            return Gap.LINE;
        }
        // Where paragraphs are set apart by a line of one space, mere line breaks are what is left of a page's end.
        return marksParagraphs && (lineBreaks & SPACED_LINE) == 0 ? Gap.PAGE : Gap.PARAGRAPH;
    }

    /** Line breaks between two lines that are most frequent in the letter: 2 where a blank line follows every line. */
    private int usualSpacing() {
        int[] seen = new int[MAX_SPACING + 1];
        for (int line = 1; line < lineCount; line++) {
            int count = breaks[line] & COUNT;
            if (count <= MAX_SPACING) {
                seen[count]++;
            }
        }
        int usual = 1;
        for (int count = 2; count <= MAX_SPACING; count++) {
            if (seen[count] > seen[usual]) {
                usual = count;
            }
        }
        return usual;
    }

    private boolean marksParagraphsWithSpaces(int usual) {
        if (usual == 1) {
            return false;
        }
        for (int line = 0; line < lineCount; line++) {
            if ((breaks[line] & SPACED_LINE) != 0 && (breaks[line] & COUNT) > usual) {
                return true;
            }
        }
        return false;
    }
}
