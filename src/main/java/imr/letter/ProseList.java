package imr.letter;

import imr.letter.FoundItem.Range;
import imr.reference.Specialties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a list in a sentence apart: {@code X, Y and Z and is}. */
final class ProseList {

    /** More names than any sentence lists. */
    private static final int MAX_NAMES = 20;

    private static final List<String> SUBSPECIALTY = List.of("specialty in ", "specialties in ");

    private ProseList() {}

    /** As {@link #names}, but names of specialties that hold "and" or a comma themselves are kept together. */
    static List<Range> specialties(String sentence) {
        List<Range> parts = names(sentence);
        List<Range> names = new ArrayList<>();
        int first = 0;
        while (first < parts.size()) {
            int last = first;
            for (int i = Math.min(parts.size() - 1, first + 3); i > first; i--) {
                String joined = sentence.substring(
                        parts.get(first).start(), parts.get(i).end());
                if (Specialties.normalise(joined) != null) {
                    last = i;
                    break;
                }
            }
            names.add(new Range(parts.get(first).start(), parts.get(last).end()));
            first = last + 1;
        }
        return names;
    }

    /** Where the names stand in the sentence. */
    static List<Range> names(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        List<Range> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= lower.length() && parts.size() < MAX_NAMES; at++) {
            boolean comma = at < lower.length() && lower.charAt(at) == ',';
            boolean and = lower.startsWith(" and ", at);
            if (at == lower.length() || comma || and) {
                add(sentence, start, at, parts);
                start = at + (comma ? 1 : 5);
                at = and ? at + 3 : at;
            }
        }
        return parts;
    }

    private static void add(String sentence, int from, int to, List<Range> parts) {
        int start = from;
        int end = to;
        while (start < end && sentence.charAt(start) == ' ') {
            start++;
        }
        if (sentence.regionMatches(true, start, "and ", 0, 4)) {
            start += 4;
        }
        while (end > start && sentence.charAt(end - 1) == ' ') {
            end--;
        }
        start = behindSubspecialty(sentence, start, end);
        String name = sentence.substring(start, Math.max(start, end));
        boolean verb = name.equalsIgnoreCase("is") || name.equalsIgnoreCase("and");
        if (!name.isEmpty() && !verb) {
            parts.add(new Range(start, end));
        }
    }

    /** Behind {@code has a subspecialty in}, or {@code from} where a name has no such words before it. */
    private static int behindSubspecialty(String sentence, int from, int to) {
        for (String words : SUBSPECIALTY) {
            for (int at = from; at + words.length() < to; at++) {
                if (sentence.regionMatches(true, at, words, 0, words.length())) {
                    return at + words.length();
                }
            }
        }
        return from;
    }
}
