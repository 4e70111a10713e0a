package imr.letter;

import imr.avro.CitationSpans;
import imr.avro.PageRange;
import imr.avro.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one citation names of its chapter, sections and pages, each with where it stands. */
final class CitedPlaces {

    private final FlatText flat;
    private final List<String> sections = new ArrayList<>(2);
    private final List<Span> sectionSpans = new ArrayList<>(2);
    private final List<PageRange> pages = new ArrayList<>(2);
    private final List<Span> pageSpans = new ArrayList<>(2);

    CitedPlaces(FlatText flat) {
        this.flat = flat;
    }

    void addSection(int from, int to) {
        sections.add(flat.text(from, to));
        sectionSpans.add(flat.span(from, to));
    }

    void addPages(int first, int last, int from, int to) {
        pages.add(new PageRange(first, last));
        pageSpans.add(flat.span(from, to));
    }

    List<String> sections() {
        return sections;
    }

    List<PageRange> pages() {
        return pages;
    }

    CitationSpans spans(FoundItem.Range chapter, @Nullable Year edition) {
        return new CitationSpans(
                chapter.span(flat),
                edition == null ? null : flat.span(edition.start(), edition.end()),
                sectionSpans,
                pageSpans);
    }
}
