package imr.guideline;

import java.util.ArrayList;
import java.util.List;

/** Spellings written as one, with alternatives in parentheses: {@code (lumbar/low back) mri}. */
final class SpellingPattern {
    private SpellingPattern() {}

    /**
     * Returns every spelling that the pattern stands for, the alternatives of its first parentheses changing slowest.
     *
     * @throws IllegalArgumentException if parentheses don't match, or are within others
     */
    static List<String> expand(String pattern) {
        int open = pattern.indexOf('(');
        int close = pattern.indexOf(')');
        if (open < 0 && close < 0) {
            return List.of(pattern);
        }
        int second = pattern.indexOf('(', open + 1);
        if (open < 0 || close < open || (second >= 0 && second < close)) {
            throw new IllegalArgumentException("parentheses don't match: " + pattern);
        }
        String before = pattern.substring(0, open);
        List<String> rest = expand(pattern.substring(close + 1));
        List<String> spellings = new ArrayList<>();
        int start = open + 1;
        while (start <= close) {
            int slash = pattern.indexOf('/', start);
            int end = slash < 0 || slash > close ? close : slash;
            String alternative = pattern.substring(start, end).strip();
            for (String ending : rest) {
                spellings.add(before + alternative + ending);
            }
            start = end + 1;
        }
        return spellings;
    }
}
