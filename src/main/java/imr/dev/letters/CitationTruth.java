package imr.dev.letters;

import imr.avro.CitationSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is cited, as a reader of the letter should see it.
 *
 * @param source kind of source
 * @param chapter chapter as printed, without year; null unless from the schedule
 * @param edition printed year; null where none is
 * @param sections section names as printed
 * @param pages pages as printed
 * @param text the citation as printed
 * @param guidelineId id of the guideline in the reference; null for recommendations outside of the schedule without a name
 */
public record CitationTruth(
        CitationSource source,
        @Nullable String chapter,
        @Nullable Integer edition,
        List<String> sections,
        List<Pages> pages,
        String text,
        @Nullable String guidelineId) {

    /** Pages, both ends included. */
    public record Pages(int first, int last) {

        /** Reads a list as letters print it: {@code 76-78, 88}. */
        static List<Pages> list(String printed) {
            return Table.split(printed, ',').stream().map(Pages::range).toList();
        }

        private static Pages range(String printed) {
            String text = printed.strip();
            int hyphen = text.indexOf('-');
            int first = Integer.parseInt(hyphen < 0 ? text : text.substring(0, hyphen));
            return new Pages(first, hyphen < 0 ? first : Integer.parseInt(text.substring(hyphen + 1)));
        }
    }
}
