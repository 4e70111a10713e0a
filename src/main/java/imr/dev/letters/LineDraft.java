package imr.dev.letters;

import imr.avro.CitationSource;
import imr.dev.letters.CitationTruth.Pages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A guideline line as it grows, and what it cites so far. */
final class LineDraft {

    private final StringBuilder text = new StringBuilder(200);
    private final List<CitationTruth> citations = new ArrayList<>(2);

    /** Starts a sentence; what is appended to the text up to {@link #end} belongs to it. */
    StringBuilder start() {
        return text.length() == 0 ? text : text.append(' ');
    }

    StringBuilder text() {
        return text;
    }

    void end() {
        text.append('.');
    }

    /** What was appended since an index of the text names no chapter. */
    void cited(int from, CitationSource source, @Nullable String guidelineId) {
        citations.add(new CitationTruth(source, null, null, List.of(), List.of(), text.substring(from), guidelineId));
    }

    /** What was appended since an index of the text names a chapter of the schedule. */
    void cited(int from, Chapters.Chapter chapter, List<Pages> pages) {
        citations.add(new CitationTruth(
                CitationSource.MTUS,
                chapter.name(),
                chapter.edition(),
                chapter.sections(),
                pages,
                text.substring(from),
                chapter.guidelineId()));
    }

    GuidelineLine line() {
        return new GuidelineLine(text.toString(), List.copyOf(citations));
    }
}
