package imr.letter;

import com.google.errorprone.annotations.Immutable;

/**
 * A fixed wording to look for in a letter. Compares letters and digits only, in any case, and steps over what
 * extraction puts between them: spaces within a word, a missing space, a bracket or a hyphen. At most
 * {@value #MAX_BETWEEN} such characters in a row, which keeps a search linear.
 */
@Immutable
final class Phrase {

    static final int NOT_FOUND = -1;

    private static final int MAX_BETWEEN = 3;

    private final String letters;

    private Phrase(String letters) {
        this.letters = letters;
    }

    /** A phrase with the letters and digits of {@code wording}. */
    static Phrase of(String wording) {
        StringBuilder letters = new StringBuilder(wording.length());
        for (int i = 0; i < wording.length(); i++) {
            if (Chars.isLetterOrDigit(wording.charAt(i))) {
                letters.append(Chars.lower(wording.charAt(i)));
            }
        }
        return new Phrase(letters.toString());
    }

    /** Index behind the phrase if it starts exactly at {@code from}, else {@link #NOT_FOUND}. */
    int endAt(char[] text, int from, int to) {
        int at = from;
        for (int i = 0; i < letters.length(); i++) {
            if (i > 0) {
                int limit = Math.min(to, at + MAX_BETWEEN);
                while (at < limit && isBetween(text[at])) {
                    at++;
                }
            }
            if (at >= to || Chars.lower(text[at]) != letters.charAt(i)) {
                return NOT_FOUND;
            }
            at++;
        }
        return at;
    }

    /** Index at which the phrase starts if it ends exactly before {@code end}, else {@link #NOT_FOUND}. */
    int startBefore(char[] text, int from, int end) {
        int at = end - 1;
        for (int i = letters.length() - 1; i >= 0; i--) {
            int limit = Math.max(from, at - MAX_BETWEEN);
            while (at >= limit && at >= from && isBetween(text[at])) {
                at--;
            }
            if (at < from || Chars.lower(text[at]) != letters.charAt(i)) {
                return NOT_FOUND;
            }
            at--;
        }
        return at + 1;
    }

    /** First start of the phrase in a range, else {@link #NOT_FOUND}. */
    int find(char[] text, int from, int to) {
        char first = letters.charAt(0);
        for (int at = from; at < to; at++) {
            if (Chars.lower(text[at]) == first && mayGoOn(text, at + 1, to) && endAt(text, at, to) != NOT_FOUND) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    /** Whether the phrase's second letter stands here, or something to step over; rules most places out at once. */
    private boolean mayGoOn(char[] text, int at, int to) {
        return letters.length() == 1
                || at >= to
                || Chars.lower(text[at]) == letters.charAt(1)
                || !Chars.isLetterOrDigit(text[at]);
    }

    /** Last start of the phrase in a range, else {@link #NOT_FOUND}. */
    int findLast(char[] text, int from, int to) {
        char first = letters.charAt(0);
        for (int at = to - 1; at >= from; at--) {
            if (Chars.lower(text[at]) == first && endAt(text, at, to) != NOT_FOUND) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    private static boolean isBetween(char c) {
        return c != ':' && c != '.' && !Chars.isLetterOrDigit(c);
    }
}
