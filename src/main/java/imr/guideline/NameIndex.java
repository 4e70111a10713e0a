package imr.guideline;

import imr.avro.ResolutionMethod;
import imr.reference.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds things by a printed name, from the strictest comparison to the loosest: the title; another spelling, the title
 * without what stands in parentheses, or the same words in another order; the same letters with spaces lost or added; a
 * wrong letter or two; and, where asked for, the longest known name whose words all occur. Several things may share a
 * name; then all of them are found.
 */
final class NameIndex<T> {

    /** What a name stands for, at least one thing, and how it was found. */
    record Found<T>(List<T> values, ResolutionMethod method) {}

    /** Names as they were added, which is how most letters print them, with their tidied form. */
    private final Map<String, String> tidied = new HashMap<>();

    private final Set<String> titles = new HashSet<>();
    private final Map<String, List<T>> spellings = new HashMap<>();
    private final Map<String, List<T>> shortened = new HashMap<>();
    private final Map<String, List<T>> letters = new LinkedHashMap<>();
    private final Map<Set<String>, List<T>> words = new LinkedHashMap<>();
    private final Map<String, List<T>> numbers = new HashMap<>();

    /** Adds a thing under its title and other spellings. */
    void add(String title, List<String> otherSpellings, T value) {
        titles.add(Spelling.tidy(title));
        addSpelling(title, value);
        otherSpellings.forEach(spelling -> addSpelling(spelling, value));
        String withoutParentheses = withoutParentheses(title);
        put(shortened, Spelling.tidy(withoutParentheses), value);
        addLoosely(withoutParentheses, value);
        String number = leadingNumber(title);
        if (number != null) {
            put(numbers, number, value);
        }
    }

    private void addSpelling(String spelling, T value) {
        String tidy = Spelling.tidy(spelling);
        tidied.put(spelling, tidy);
        put(spellings, tidy, value);
        addLoosely(spelling, value);
    }

    private void addLoosely(String spelling, T value) {
        put(letters, Spelling.letters(spelling), value);
        put(words, new TreeSet<>(Words.of(spelling)), value);
    }

    private static <K, T> void put(Map<K, List<T>> index, K key, T value) {
        List<T> values = index.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (!values.contains(value)) {
            values.add(value);
        }
    }

    /** Tells whether a tidied name is that of a title or another spelling given. */
    boolean knows(String tidyName) {
        return spellings.containsKey(tidyName);
    }

    /** Finds what a name stands for, mending damage; null if it stands for nothing known. */
    @Nullable
    Found<T> find(String name) {
        String asAdded = tidied.get(name);
        String tidy = asAdded == null ? Spelling.tidy(name) : asAdded;
        List<T> values = spellings.get(tidy);
        if (values != null) {
            return new Found<>(values, titles.contains(tidy) ? ResolutionMethod.EXACT : ResolutionMethod.ALIAS);
        }
        values = shortened.get(tidy);
        if (values == null) {
            values = words.get(new TreeSet<>(Words.of(name)));
        }
        if (values != null) {
            return new Found<>(values, ResolutionMethod.ALIAS);
        }
        String compact = Spelling.letters(name);
        values = letters.get(compact);
        if (values != null) {
            return new Found<>(values, ResolutionMethod.REPAIRED);
        }
        values = mend(compact);
        return values == null ? null : new Found<>(values, ResolutionMethod.REPAIRED);
    }

    /** Finds what a name stands for, also when it says more or less than the known name. */
    @Nullable
    Found<T> findLoosely(String name) {
        Found<T> found = find(name);
        if (found != null) {
            return found;
        }
        String number = leadingNumber(name);
        List<T> values = number == null ? byWords(new TreeSet<>(Words.of(name))) : numbers.get(number);
        return values == null ? null : new Found<>(values, ResolutionMethod.REPAIRED);
    }

    private @Nullable List<T> mend(String compact) {
        int tolerance = Spelling.tolerance(compact.length());
        if (tolerance == 0) {
            return null;
        }
        List<T> mended = null;
        for (Map.Entry<String, List<T>> known : letters.entrySet()) {
            if (Spelling.within(compact, known.getKey(), tolerance) && sameDigits(compact, known.getKey())) {
                if (mended != null && !mended.equals(known.getValue())) {
                    return null;
                }
                mended = known.getValue();
            }
        }
        return mended;
    }

    /** The longest name whose words all occur; else the one name that has all the words printed. */
    private @Nullable List<T> byWords(Set<String> printed) {
        List<T> within = null;
        int most = 0;
        List<T> around = null;
        boolean severalAround = false;
        for (Map.Entry<Set<String>, List<T>> known : words.entrySet()) {
            if (known.getKey().size() > most && printed.containsAll(known.getKey())) {
                within = known.getValue();
                most = known.getKey().size();
            }
            if (!printed.isEmpty() && known.getKey().containsAll(printed)) {
                severalAround |= around != null && !around.equals(known.getValue());
                around = known.getValue();
            }
        }
        if (within != null) {
            return within;
        }
        return severalAround ? null : around;
    }

    private static boolean sameDigits(String a, String b) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < a.length() && !Character.isDigit(a.charAt(i))) {
                i++;
            }
            while (j < b.length() && !Character.isDigit(b.charAt(j))) {
                j++;
            }
            if (i == a.length() || j == b.length()) {
                return i == a.length() && j == b.length();
            }
            if (a.charAt(i++) != b.charAt(j++)) {
                return false;
            }
        }
    }

    private static String withoutParentheses(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        int depth = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        return kept.isEmpty() ? name : kept.toString().strip();
    }

    /** The section number that a name starts with, such as 3.3.6, or null. */
    private static @Nullable String leadingNumber(String name) {
        int end = 0;
        while (end < name.length() && (Character.isDigit(name.charAt(end)) || (name.charAt(end) == '.' && end > 0))) {
            end++;
        }
        if (end == 0 || end == name.length() || name.charAt(end) != ' ') {
            return null;
        }
        return name.charAt(end - 1) == '.' ? name.substring(0, end - 1) : name.substring(0, end);
    }
}
