package imr.letter;

/** Kinds of characters, told without a locale. */
final class Chars {

    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isUpper(char c) {
        return (c >= 'A' && c <= 'Z') || (c > 127 && Character.isUpperCase(c));
    }

    static boolean isLower(char c) {
        return (c >= 'a' && c <= 'z') || (c > 127 && Character.isLowerCase(c));
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c > 127 && Character.isLetter(c));
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    /** Lower case of an ASCII letter; any other character as it is, for a phrase never holds one. */
    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** White space of any kind, no-break and zero-width spaces among it. */
    static boolean isSpace(char c) {
        if (c <= ' ') {
            return true;
        }
        return c >= '\u0080'
                && (c == '\u0085'
                        || c == '\u00A0'
                        || c == '\u200B'
                        || c == '\u2060'
                        || c == '\uFEFF'
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c));
    }

    /** Ends a line. Form feed and its like are told apart by {@link #isPageBreak}. */
    static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    static boolean isPageBreak(char c) {
        return c == '\f' || c == '\u000B';
    }

    /** A hyphen as typed, or one of those that some fonts print in its place. */
    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    /** Ends a sentence. */
    static boolean isStop(char c) {
        return c == '.' || c == '?' || c == '!';
    }

    /** Closes a quotation or a bracket, so that a full stop may stand before it. */
    static boolean isCloser(char c) {
        return c == '"' || c == '\'' || c == ')' || c == ']' || c == '\u201D' || c == '\u2019';
    }
}
