package imr.letter;

import imr.letter.FoundItem.Range;
import java.util.Arrays;

/**
 * A request cut into numbers, words and single marks. A number has no sign and may have a decimal point, even without a
 * digit before it; a word starts with a letter and may go on in digits ({@code L4}), except that {@code x} and {@code q}
 * let go of a number behind them ({@code x6}, {@code q4h}). Beyond its ends there are marks that equal nothing.
 */
final class RequestTokens {

    /** Longest whole number that is read. */
    private static final int MAX_DIGITS = 6;

    private static final int NOT_WHOLE = -1;

    private final FlatText flat;
    private final byte[] chars;
    private int[] starts = new int[24];
    private int[] ends = new int[24];
    private RequestWord[] kinds = new RequestWord[24];
    private boolean[] taken = new boolean[24];
    private int[] values = new int[24];
    private int count;

    RequestTokens(FlatText flat, int from, int to) {
        this.flat = flat;
        this.chars = flat.chars;
        int at = from;
        while (at < to) {
            at = chars[at] == ' ' ? at + 1 : add(at, to);
        }
    }

    private int add(int from, int to) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
            taken = Arrays.copyOf(taken, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        RequestWord kind = RequestWord.NONE;
        int value = NOT_WHOLE;
        int end = from + 1;
        if (startsNumber(from, to)) {
            end = numberEnd(from, to);
            value = whole(from, end);
            kind = RequestWord.NUMBER;
        } else if (Chars.isLetter(chars[from])) {
            end = wordEnd(from, to);
            kind = RequestWordTable.KINDS.kind(chars, from, end);
            value = kind == RequestWord.NUMBER ? RequestWordTable.KINDS.value(chars, from, end) : NOT_WHOLE;
        }
        starts[count] = from;
        ends[count] = end;
        kinds[count] = kind;
        values[count] = value;
        count++;
        return end;
    }

    private boolean startsNumber(int at, int to) {
        boolean afterWord = count > 0 && ends[count - 1] == at && Chars.isLetterOrDigit(chars[at - 1]);
        return Chars.isDigit(chars[at])
                || (chars[at] == '.' && !afterWord && at + 1 < to && Chars.isDigit(chars[at + 1]));
    }

    private int numberEnd(int from, int to) {
        int at = digitsEnd(from, to);
        while (at + 3 < to && chars[at] == ',' && digitsEnd(at + 1, Math.min(to, at + 5)) == at + 4) {
            at += 4;
        }
        if (at + 1 < to && chars[at] == '.' && Chars.isDigit(chars[at + 1])) {
            at = digitsEnd(at + 1, to);
        }
        return at;
    }

    private int digitsEnd(int from, int to) {
        int at = from;
        while (at < to && Chars.isDigit(chars[at])) {
            at++;
        }
        return at;
    }

    private int whole(int from, int to) {
        int value = 0;
        int digits = 0;
        int at = from;
        while (at < to && (Chars.isDigit(chars[at]) || chars[at] == ',')) {
            if (chars[at] != ',') {
                value = value * 10 + (chars[at] - '0');
                if (++digits > MAX_DIGITS) {
                    return NOT_WHOLE;
                }
            }
            at++;
        }
        boolean fraction = false;
        for (int i = at + 1; i < to; i++) {
            fraction |= chars[i] != '0';
        }
        return digits == 0 || fraction ? NOT_WHOLE : value;
    }

    private int wordEnd(int from, int to) {
        byte first = Chars.lower(chars[from]);
        boolean afterNumber = count > 0 && ends[count - 1] == from && kinds[count - 1] == RequestWord.NUMBER;
        boolean digitNext = from + 1 < to && Chars.isDigit(chars[from + 1]);
        if ((first == 'x' && (digitNext || afterNumber)) || (first == 'q' && digitNext)) {
            return from + 1;
        }
        // What is glued to a number is letters alone: "4weeks2" isn't met.
        int at = from;
        while (at < to && (afterNumber ? Chars.isLetter(chars[at]) : Chars.isLetterOrDigit(chars[at]))) {
            at++;
        }
        return at;
    }

    int count() {
        return count;
    }

    RequestWord kind(int token) {
        return token >= 0 && token < count ? kinds[token] : RequestWord.NONE;
    }

    boolean is(int token, RequestWord kind) {
        return kind(token) == kind;
    }

    /** Whether a token is this mark; an en dash is a hyphen. */
    boolean isMark(int token, char mark) {
        return token >= 0
                && token < count
                && ends[token] == starts[token] + 1
                && (chars[starts[token]] == mark || (mark == '-' && chars[starts[token]] == Chars.EN_DASH));
    }

    boolean isWord(int token) {
        return token >= 0 && token < count && Chars.isLetter(chars[starts[token]]);
    }

    /** Whether a token is a number in digits that isn't part of an ordinal. */
    boolean isDigits(int token) {
        return is(token, RequestWord.NUMBER)
                && !Chars.isLetter(chars[starts[token]])
                && !(is(token + 1, RequestWord.ORDINAL) && touches(token));
    }

    /** Whether a token is a whole number above zero, in digits or in letters, that nothing was read from yet. */
    boolean isCount(int token) {
        return is(token, RequestWord.NUMBER)
                && !taken[token]
                && values[token] > 0
                && (isWord(token) || isDigits(token));
    }

    /** Value of a whole number. */
    int value(int token) {
        return values[token];
    }

    /** Whether nothing stands between a token and the next. */
    boolean touches(int token) {
        return token >= 0 && token + 1 < count && ends[token] == starts[token + 1];
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /** Text from one token to before another. */
    String text(int from, int to) {
        return flat.text(starts[from], ends[to - 1]);
    }

    /** Where the tokens from one to before another stand. */
    Range range(int from, int to) {
        return new Range(starts[from], ends[to - 1]);
    }

    boolean isTaken(int token) {
        return token >= 0 && token < count && taken[token];
    }

    /** Marks tokens as read, so that no other fact is read from them. */
    void take(int from, int to) {
        Arrays.fill(taken, from, Math.min(to, count), true);
    }

    /** Whether the request names a treatment that is given in visits. */
    boolean namesCourse() {
        for (int token = 0; token < count; token++) {
            if (isWord(token)
                    && RequestWordTable.COURSES.kind(chars, starts[token], ends[token]) == RequestWord.COURSE) {
                return true;
            }
        }
        return false;
    }
}
