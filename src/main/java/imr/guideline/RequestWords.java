package imr.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a request into words that can be looked up: lower case, singular, without small words. Amounts become markers:
 * {@link #PERCENT} for a concentration, {@link #DOSE} for a strength in mg and the like, {@link #QUANTITY} before the
 * number behind a {@code #}.
 */
final class RequestWords {
    static final String PERCENT = "%";
    static final String DOSE = "mg";
    static final String QUANTITY = "#";

    private static final Set<String> DOSE_UNITS = Set.of("mg", "mgs", "mcg", "ug", "meq", "iu", "unit", "units");

    private final Set<String> noise;

    /** Makes a cutter that leaves out these words too. */
    RequestWords(Set<String> noise) {
        this.noise = noise;
    }

    /** Tells whether a word may stand between the words of a phrase: an amount or a marker of one. */
    static boolean isAmount(String word) {
        char c = word.charAt(0);
        return (c >= '0' && c <= '9') || c == '%' || c == '#' || word.equals(DOSE);
    }

    /** Tells whether a word is a level of the spine, such as L4, C56 or S1. */
    static boolean isSpinalLevel(String word) {
        int length = word.length();
        if (length < 2 || length > 4 || "ctls".indexOf(word.charAt(0)) < 0) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (!isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Cuts a request. */
    List<String> of(CharSequence text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        int length = text.length();
        while (at < length) {
            char c = text.charAt(at);
            int start = at;
            if (isDigit(c) || (c == '.' && at + 1 < length && isDigit(text.charAt(at + 1)))) {
                at = endOfNumber(text, at);
                at = amount(text, start, at, words);
            } else if (Character.isLetterOrDigit(c)) {
                at = endOfWord(text, at);
                word(text, start, at, words);
            } else {
                if (c == '#' && numberFollows(text, at + 1)) {
                    words.add(QUANTITY);
                }
                at++;
            }
        }
        return words;
    }

    /** A number with what it is glued to: a unit, a percent sign, or letters such as those of 3T or 2D. */
    private static int amount(CharSequence text, int start, int end, List<String> words) {
        int at = end;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '%') {
            words.add(PERCENT);
            return at + 1;
        }
        int unitEnd = at;
        while (unitEnd < text.length() && Character.isLetter(text.charAt(unitEnd))) {
            unitEnd++;
        }
        if (unitEnd > at) {
            String unit = lower(text, at, unitEnd);
            boolean marksDose = DOSE_UNITS.contains(unit) && !(unit.startsWith("unit") && at > end);
            if (marksDose || unit.equals("percent")) {
                words.add(marksDose ? DOSE : PERCENT);
                return unitEnd;
            }
            if (at == end) {
                int wordEnd = endOfWord(text, at);
                words.add(lower(text, start, wordEnd));
                return wordEnd;
            }
        }
        words.add(lower(text, start, end));
        return end;
    }

    private static boolean numberFollows(CharSequence text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && isDigit(text.charAt(at));
    }

    private static int endOfNumber(CharSequence text, int start) {
        int at = start;
        while (at < text.length() && (isDigit(text.charAt(at)) || isInNumber(text, at))) {
            at++;
        }
        return at;
    }

    private static boolean isInNumber(CharSequence text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == ',') && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private static int endOfWord(CharSequence text, int start) {
        int at = start;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || isApostrophe(text, at))) {
            at++;
        }
        return at;
    }

    private static boolean isApostrophe(CharSequence text, int at) {
        char c = text.charAt(at);
        return (c == '\'' || c == '\u2019') && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private void word(CharSequence text, int start, int end, List<String> words) {
        String word = lower(text, start, end);
        if (word.equals(DOSE) || word.equals("mcg")) {
            words.add(DOSE);
        } else if (!Words.SMALL.contains(word) && !noise.contains(word)) {
            words.add(Words.singular(word));
        }
    }

    private static String lower(CharSequence text, int start, int end) {
        StringBuilder lower = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                lower.append(Character.toLowerCase(c));
            } else if (c == '.') {
                lower.append(c);
            }
        }
        return lower.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
