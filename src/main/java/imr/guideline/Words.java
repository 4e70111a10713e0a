package imr.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts titles, topics and labels into words that can be compared. */
final class Words {
    /** Words left out of every comparison. */
    static final Set<String> SMALL = Set.of("a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with");

    private Words() {}

    /** Returns the words in lower case and singular, without small words; a hyphen between letters joins them. */
    static List<String> of(CharSequence text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            } else if (!(joins(c) && !word.isEmpty() && letterFollows(text, i))) {
                if (!word.isEmpty()) {
                    String whole = word.toString();
                    word.setLength(0);
                    if (!SMALL.contains(whole)) {
                        words.add(singular(whole));
                    }
                }
            }
        }
        return words;
    }

    private static boolean joins(char c) {
        return c == '-' || c == '\'' || c == '\u2019' || c == '\u2010' || c == '\u2011';
    }

    private static boolean letterFollows(CharSequence text, int at) {
        return at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    /**
     * Takes off a plural ending; the result need not be a word, it only has to be the same for both numbers. TENS and CRPS
     * are no plurals: ten is a common number of sessions, and CRP a blood test.
     */
    static String singular(String word) {
        int length = word.length();
        if (word.equals("tens") || word.equals("crps")) {
            return word;
        }
        if (length < 4
                || word.charAt(length - 1) != 's'
                || word.endsWith("ss")
                || word.endsWith("us")
                || word.endsWith("is")) {
            return word;
        }
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes") || word.endsWith("sses")) {
            return word.substring(0, length - 2);
        }
        return word.substring(0, length - 1);
    }
}
