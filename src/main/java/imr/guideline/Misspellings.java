package imr.guideline;

import imr.reference.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds a known word that differs from a printed one in one letter. Both are compared with one letter taken out of each,
 * so that a look-up costs as many hash look-ups as the word has letters (Garbe's symmetric delete).
 */
final class Misspellings {
    /** Shorter words have too many neighbours that mean something else. */
    private static final int MIN_LENGTH = 7;

    private final Map<String, List<String>> byShortened = new HashMap<>();
    private int longest;

    private final BiPredicate<String, String> same;

    /** Knows these words; {@code same} tells of two of them whether they mean the same. */
    Misspellings(Collection<String> known, BiPredicate<String, String> same) {
        this.same = same;
        for (String word : known) {
            if (word.length() >= MIN_LENGTH && isAlphabetic(word)) {
                longest = Math.max(longest, word.length());
                for (String shortened : shortenings(word)) {
                    byShortened
                            .computeIfAbsent(shortened, s -> new ArrayList<>(1))
                            .add(word);
                }
            }
        }
    }

    /** Returns the known word that was meant, or null if none could be, or several that mean different things. */
    @Nullable
    String meant(String printed) {
        if (printed.length() < MIN_LENGTH || printed.length() > longest + 1 || !isAlphabetic(printed)) {
            return null;
        }
        String meant = null;
        for (String shortened : shortenings(printed)) {
            for (String word : byShortened.getOrDefault(shortened, List.of())) {
                if (!word.equals(meant) && Spelling.within(printed, word, 1)) {
                    if (meant != null && !same.test(meant, word)) {
                        return null;
                    }
                    meant = meant == null ? word : meant;
                }
            }
        }
        return meant;
    }

    private static boolean isAlphabetic(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> shortenings(String word) {
        List<String> shortenings = new ArrayList<>(word.length() + 1);
        shortenings.add(word);
        for (int i = 0; i < word.length(); i++) {
            shortenings.add(word.substring(0, i) + word.substring(i + 1));
        }
        return shortenings;
    }
}
