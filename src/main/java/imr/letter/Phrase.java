package imr.letter;

import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;

/**
 * A fixed wording to look for in a letter. Compares letters and digits only, in any case, and steps over what
 * extraction puts between them: spaces within a word, a missing space, a bracket or a hyphen. At most
 * {@value #MAX_BETWEEN} such characters in a row, which keeps a search linear.
 */
@Immutable
final class Phrase {

    static final int NOT_FOUND = -1;

    private static final int MAX_BETWEEN = 3;

    /** Makes a small letter of a capital one; what else it changes is told apart afterwards. */
    private static final int CASE = 'a' - 'A';

    @SuppressWarnings("Immutable") // never changed, never given out
    private final byte[] letters;

    private Phrase(byte[] letters) {
        this.letters = letters;
    }

    /** A phrase with the letters and digits of {@code wording}. */
    static Phrase of(String wording) {
        byte[] letters = new byte[wording.length()];
        int length = 0;
        for (int i = 0; i < wording.length(); i++) {
            byte code = Chars.code(wording.charAt(i));
            if (Chars.isLetterOrDigit(code)) {
                letters[length] = Chars.lower(code);
                length++;
            }
        }
        return new Phrase(Arrays.copyOf(letters, length));
    }

    /** Index behind the phrase if it starts exactly at {@code from}, else {@link #NOT_FOUND}. */
    int endAt(byte[] text, int from, int to) {
        int at = from;
        for (byte letter : letters) {
            if (at >= to) {
                return NOT_FOUND;
            }
            if (Chars.lower(text[at]) != letter) {
                at = at == from ? to : skipBetween(text, at, to);
                if (at >= to || Chars.lower(text[at]) != letter) {
                    return NOT_FOUND;
                }
            }
            at++;
        }
        return at;
    }

    private static int skipBetween(byte[] text, int from, int to) {
        int limit = Math.min(to, from + MAX_BETWEEN);
        int at = from;
        while (at < limit && isBetween(text[at])) {
            at++;
        }
        return at;
    }

    /** Index at which the phrase starts if it ends exactly before {@code end}, else {@link #NOT_FOUND}. */
    int startBefore(byte[] text, int from, int end) {
        int at = end - 1;
        for (int i = letters.length - 1; i >= 0; i--) {
            if (at >= from && Chars.lower(text[at]) != letters[i]) {
                int limit = Math.max(from, at - MAX_BETWEEN + 1);
                while (at >= limit && isBetween(text[at])) {
                    at--;
                }
            }
            if (at < from || Chars.lower(text[at]) != letters[i]) {
                return NOT_FOUND;
            }
            at--;
        }
        return at + 1;
    }

    /** First start of the phrase in a range, else {@link #NOT_FOUND}. */
    int find(byte[] text, int from, int to) {
        int first = letters[0];
        for (int at = from; at < to; at++) {
            if ((text[at] | CASE) == first && mayGoOn(text, at + 1, to) && endAt(text, at, to) != NOT_FOUND) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    /** Whether the phrase's second letter stands here, or something to step over; rules most places out at once. */
    private boolean mayGoOn(byte[] text, int at, int to) {
        return letters.length == 1 || at >= to || (text[at] | CASE) == letters[1] || !Chars.isLetterOrDigit(text[at]);
    }

    /** Last start of the phrase in a range, else {@link #NOT_FOUND}. */
    int findLast(byte[] text, int from, int to) {
        int first = letters[0];
        for (int at = to - 1; at >= from; at--) {
            if ((text[at] | CASE) == first && mayGoOn(text, at + 1, to) && endAt(text, at, to) != NOT_FOUND) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    private static boolean isBetween(byte c) {
        return c != ':' && c != '.' && !Chars.isLetterOrDigit(c);
    }
}
