package imr.guideline;

import imr.reference.Spelling;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chapter title as printed, taken apart.
 *
 * @param title the title without a year behind it
 * @param year the year printed behind the title, or null; extraction may have torn it, as in {@code 200 7}
 * @param core the title without words that only say whose or what kind of text it is, such as ACOEM or Guidelines
 * @param tidyCore the core, tidied for comparison
 */
record PrintedChapter(String title, @Nullable Integer year, String core, String tidyCore) {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2039;
    private static final int YEAR_DIGITS = 4;
    private static final String CHAPTER = "chapter ";
    private static final Set<String> LEADING = Set.of(
            "acoem", "ca", "california", "mtus", "the", "guideline", "guidelines", "practice", "ca-mtus", "mtus/acoem");
    private static final Set<String> TRAILING = Set.of("guideline", "guidelines", "chapter", "section", "topic");

    static PrintedChapter of(String printed) {
        int titleEnd = printed.length();
        Integer year = null;
        StringBuilder digits = new StringBuilder();
        for (int i = printed.length() - 1; i >= 0 && digits.length() < YEAR_DIGITS; i--) {
            char c = printed.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.insert(0, c);
                titleEnd = i;
            } else if (!Character.isWhitespace(c) && "().,".indexOf(c) < 0) {
                break;
            }
        }
        if (digits.length() == YEAR_DIGITS && titleEnd > 0) {
            int number = Integer.parseInt(digits.toString());
            year = number >= FIRST_YEAR && number <= LAST_YEAR ? number : null;
        }
        String title = year == null ? printed.strip() : stripEnd(printed.substring(0, titleEnd));
        String core = coreOf(title);
        return new PrintedChapter(title, year, core, Spelling.tidy(core));
    }

    private static String stripEnd(String title) {
        int end = title.length();
        while (end > 0
                && (Character.isWhitespace(title.charAt(end - 1))
                        || title.charAt(end - 1) == '('
                        || title.charAt(end - 1) == ',')) {
            end--;
        }
        return title.substring(0, end);
    }

    /** Steps over "Chapter 5" before a title; a chapter that is only a number keeps it. */
    private static int behindNumber(String title, int start) {
        int at = start + CHAPTER.length();
        if (!title.regionMatches(true, start, CHAPTER, 0, CHAPTER.length())) {
            return start;
        }
        while (at < title.length() && (Character.isDigit(title.charAt(at)) || ":,-. ".indexOf(title.charAt(at)) >= 0)) {
            at++;
        }
        return at < title.length() && Character.isDigit(title.charAt(start + CHAPTER.length())) ? at : start;
    }

    private static String coreOf(String title) {
        int start = 0;
        int end = title.length();
        boolean cut = true;
        while (cut && start < end) {
            int space = title.indexOf(' ', start);
            cut = space > 0 && LEADING.contains(Spelling.tidy(title.substring(start, space)));
            if (cut) {
                start = space + 1;
            }
        }
        start = behindNumber(title, start);
        cut = true;
        while (cut && start < end) {
            int space = title.lastIndexOf(' ', end - 1);
            cut = space > start && TRAILING.contains(Spelling.tidy(title.substring(space + 1, end)));
            if (cut) {
                end = space;
            }
        }
        return title.substring(start, end).strip();
    }
}
