package imr.letter;

/**
 * Codes of a letter's characters, one byte each, and their kinds, told without a locale and without a branch. ASCII
 * characters are their own codes; any other is known by its kind alone, which is all that scanners need to know: no
 * wording that they look for holds one.
 */
final class Chars {

    /** Codes of characters beyond ASCII. */
    static final byte WIDE_LOWER = -1;

    static final byte WIDE_UPPER = -2;
    /** A letter without case. */
    static final byte WIDE_LETTER = -3;

    static final byte WIDE_SPACE = -4;
    static final byte WIDE_LINE_BREAK = -5;
    /** A closing quotation mark or apostrophe. */
    static final byte WIDE_CLOSER = -6;

    static final byte EN_DASH = -7;
    static final byte EM_DASH = -8;
    static final byte WIDE_HYPHEN = -9;
    /** A round, triangular or square bullet. */
    static final byte BULLET = -10;

    static final byte WIDE_OTHER = -11;

    private static final int DIGIT = 1;
    private static final int UPPER = 1 << 1;
    private static final int LOWER = 1 << 2;
    private static final int LETTER = 1 << 3;
    private static final int SPACE = 1 << 4;
    private static final int LINE_BREAK = 1 << 5;
    private static final int CLOSER = 1 << 6;
    private static final int PAGE_BREAK = 1 << 7;

    private static final byte[] KINDS = kinds();
    private static final byte[] LOWERED = lowered();

    private Chars() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (char c = 0; c < 0x80; c++) {
            boolean letter = isBetween(c, 'a', 'z') || isBetween(c, 'A', 'Z');
            boolean lineBreak = c == '\n' || c == '\r';
            boolean closer = c == '"' || c == '\'' || c == ')' || c == ']';
            kinds[c] = (byte) ((isBetween(c, '0', '9') ? DIGIT : 0)
                    | (isBetween(c, 'A', 'Z') ? UPPER : 0)
                    | (isBetween(c, 'a', 'z') ? LOWER : 0)
                    | (letter ? LETTER : 0)
                    | (c <= ' ' ? SPACE : 0)
                    | (lineBreak ? LINE_BREAK : 0)
                    | (closer ? CLOSER : 0)
                    | (c == '\f' || c == '\u000B' ? PAGE_BREAK : 0));
        }
        kinds[WIDE_LOWER & 0xFF] = LOWER | LETTER;
        kinds[WIDE_UPPER & 0xFF] = UPPER | LETTER;
        kinds[WIDE_LETTER & 0xFF] = LETTER;
        kinds[WIDE_SPACE & 0xFF] = SPACE;
        kinds[WIDE_LINE_BREAK & 0xFF] = SPACE | LINE_BREAK;
        kinds[WIDE_CLOSER & 0xFF] = CLOSER;
        return kinds;
    }

    private static boolean isBetween(char c, char first, char last) {
        return c >= first && c <= last;
    }

    private static byte[] lowered() {
        byte[] lowered = new byte[256];
        for (int code = 0; code < lowered.length; code++) {
            lowered[code] = (byte) (code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code);
        }
        return lowered;
    }

    /** Code of a character. */
    static byte code(char c) {
        return c < 0x80 ? (byte) c : wideCode(c);
    }

    private static byte wideCode(char c) {
        return switch (c) {
            case '\u0085', '\u2028', '\u2029' -> WIDE_LINE_BREAK;
            case '\u200B', '\u2060', '\uFEFF' -> WIDE_SPACE;
            case '\u2019', '\u201D' -> WIDE_CLOSER;
            case '\u2010', '\u2011' -> WIDE_HYPHEN;
            // The last is what a symbol font's bullet comes out as.
            case '\u00B7', '\u2022', '\u2023', '\u25AA', '\u25CF', '\u25E6', '\uF0B7' -> BULLET;
            case '\u2013' -> EN_DASH;
            case '\u2014' -> EM_DASH;
            default ->
                Character.isLowerCase(c)
                        ? WIDE_LOWER
                        : Character.isUpperCase(c)
                                ? WIDE_UPPER
                                : Character.isLetter(c)
                                        ? WIDE_LETTER
                                        : Character.isWhitespace(c) || Character.isSpaceChar(c)
                                                ? WIDE_SPACE
                                                : WIDE_OTHER;
        };
    }

    private static boolean is(byte code, int kinds) {
        return (KINDS[code & 0xFF] & kinds) != 0;
    }

    static boolean isDigit(byte code) {
        return is(code, DIGIT);
    }

    static boolean isUpper(byte code) {
        return is(code, UPPER);
    }

    static boolean isLower(byte code) {
        return is(code, LOWER);
    }

    static boolean isLetter(byte code) {
        return is(code, LETTER);
    }

    static boolean isLetterOrDigit(byte code) {
        return is(code, LETTER | DIGIT);
    }

    /** Lower case of an ASCII letter; any other code as it is. */
    static byte lower(byte code) {
        return LOWERED[code & 0xFF];
    }

    /** White space of any kind, no-break and zero-width spaces among it. */
    static boolean isSpace(byte code) {
        return is(code, SPACE);
    }

    /** Index behind the white space at {@code from}. */
    static int spacesEnd(byte[] text, int from, int to) {
        int at = from;
        while (at < to && isSpace(text[at])) {
            at++;
        }
        return at;
    }

    /** Index behind the last character of a range that isn't white space; {@code from} if there is none. */
    static int trimEnd(byte[] text, int from, int to) {
        int end = to;
        while (end > from && isSpace(text[end - 1])) {
            end--;
        }
        return end;
    }

    /** Ends a line. Form feed and its like are told apart by {@link #isPageBreak}. */
    static boolean isLineBreak(byte code) {
        return is(code, LINE_BREAK);
    }

    static boolean isPageBreak(byte code) {
        return is(code, PAGE_BREAK);
    }

    /** Whether a line ends with a code: a line break or a page break. */
    static boolean endsLine(byte code) {
        return is(code, LINE_BREAK | PAGE_BREAK);
    }

    /** A hyphen as typed, or one of those that some fonts print in its place. */
    static boolean isHyphen(byte code) {
        return code == '-' || code == WIDE_HYPHEN;
    }

    /** Ends a sentence. */
    static boolean isStop(byte code) {
        return code == '.' || code == '?' || code == '!';
    }

    /** Closes a quotation or a bracket, so that a full stop may stand before it. */
    static boolean isCloser(byte code) {
        return is(code, CLOSER);
    }

    static boolean isDash(byte code) {
        return code == '-' || code == EN_DASH || code == EM_DASH;
    }
}
