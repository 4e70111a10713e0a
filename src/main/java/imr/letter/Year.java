package imr.letter;

import org.jspecify.annotations.Nullable;

/**
 * The year of an edition behind a chapter's title, with a space that extraction may have put into it ("200 7").
 *
 * @param start index of its first digit
 * @param end index behind its last digit
 * @param behind index behind the bracket that it is in, if it is in one
 */
record Year(int value, int start, int end, int behind) {

    private static final int DIGITS = 4;
    private static final int EARLIEST = 1990;
    private static final int LATEST = 2099;

    /** The year at {@code from}, spaces and an opening bracket before it left aside. */
    static @Nullable Year read(byte[] chars, int from, int to) {
        int at = from;
        while (at < to && at - from < 3 && (chars[at] == ' ' || chars[at] == '(')) {
            at++;
        }
        int start = at;
        int value = 0;
        int digits = 0;
        while (at < to && digits < DIGITS) {
            if (Chars.isDigit(chars[at])) {
                value = value * 10 + (chars[at] - '0');
                digits++;
            } else if (chars[at] != ' ' || digits == 0) {
                return null;
            }
            at++;
        }
        boolean whole = digits == DIGITS && (at == to || !Chars.isLetterOrDigit(chars[at]));
        if (!whole || value < EARLIEST || value > LATEST) {
            return null;
        }
        return new Year(value, start, at, at < to && chars[at] == ')' ? at + 1 : at);
    }
}
