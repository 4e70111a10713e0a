package imr.letter;

/** A position in a range of a flat text, moved forward by what is read. Beyond the end it reads {@link #END}. */
final class CharReader {

    /** Read beyond the end; never part of a flat text, where it counts as white space. */
    static final byte END = 0;

    private final byte[] chars;
    private final int start;
    private final int end;
    private int at;

    CharReader(byte[] chars, int start, int end) {
        this.chars = chars;
        this.start = start;
        this.end = end;
        this.at = start;
    }

    int position() {
        return at;
    }

    int end() {
        return end;
    }

    void moveTo(int position) {
        at = position;
    }

    boolean atEnd() {
        return at >= end;
    }

    byte peek() {
        return at < end ? chars[at] : END;
    }

    void next() {
        at++;
    }

    /** Whether no letter or digit stands right before the position. */
    boolean atWordStart() {
        return at < end && (at == start || !Chars.isLetterOrDigit(chars[at - 1]));
    }

    void skipSpaces() {
        while (at < end && chars[at] == ' ') {
            at++;
        }
    }

    /** Steps over a character if it is next. */
    boolean skip(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    /** Steps over a phrase if it starts here. */
    boolean skip(Phrase phrase) {
        int behind = phrase.endAt(chars, at, end);
        if (behind == Phrase.NOT_FOUND) {
            return false;
        }
        at = behind;
        return true;
    }

    /** Steps over a phrase if it starts here and ends with a word. */
    boolean skipWhole(Phrase phrase) {
        int behind = phrase.endAt(chars, at, end);
        if (behind == Phrase.NOT_FOUND || (behind < end && Chars.isLetterOrDigit(chars[behind]))) {
            return false;
        }
        at = behind;
        return true;
    }

    /** Steps over the rest of the word, if the position is within one. */
    void skipWord() {
        while (at < end && Chars.isLetterOrDigit(chars[at])) {
            at++;
        }
    }

    /** Reads the rest of the word in lower case; empty if the position isn't within one. */
    String readWord() {
        int from = at;
        skipWord();
        char[] word = new char[at - from];
        for (int i = 0; i < word.length; i++) {
            word[i] = (char) (Chars.lower(chars[from + i]) & 0xFF);
        }
        return new String(word);
    }

    /** Steps over the rest of the word, or over the character if it isn't part of one. */
    void skipToken() {
        if (Chars.isLetterOrDigit(peek())) {
            skipWord();
        } else {
            at++;
        }
    }

    /** Reads a number of at most so many digits; -1 if there is no digit. More digits are left standing. */
    int readInt(int maxDigits) {
        int from = at;
        int value = 0;
        while (at < end && at - from < maxDigits && Chars.isDigit(chars[at])) {
            value = value * 10 + (chars[at] - '0');
            at++;
        }
        return at == from ? -1 : value;
    }

    /** Whether the characters at {@code from} are {@code length} characters of a lower-case table, in any case. */
    boolean matchesIgnoringCase(int from, String table, int tableStart, int length) {
        if (from + length > end) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (Chars.lower(chars[from + i]) != table.charAt(tableStart + i)) {
                return false;
            }
        }
        return true;
    }
}
