package imr.guideline;

import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.CitedBody;
import imr.avro.PageRange;
import imr.avro.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Citations as the letter stage hands them over. */
final class CitationFixture {
    private final CitationSource source;
    private final @Nullable String chapter;
    private @Nullable Integer edition;
    private final List<String> sections = new ArrayList<>();
    private final List<PageRange> pages = new ArrayList<>();
    private final String text;

    private CitationFixture(CitationSource source, @Nullable String chapter, String text) {
        this.source = source;
        this.chapter = chapter;
        this.text = text;
    }

    static CitationFixture mtus(String chapter) {
        return new CitationFixture(CitationSource.MTUS, chapter, "Decision based on MTUS " + chapter + ".");
    }

    static CitationFixture nonMtus(String text) {
        return new CitationFixture(CitationSource.NON_MTUS, null, "Decision based on Non-MTUS Citation " + text + ".");
    }

    static CitationFixture of(CitationSource source) {
        return new CitationFixture(source, null, "");
    }

    CitationFixture edition(int year) {
        edition = year;
        return this;
    }

    CitationFixture section(String name) {
        sections.add(name);
        return this;
    }

    CitationFixture page(int page) {
        return pages(page, page);
    }

    CitationFixture pages(int first, int last) {
        pages.add(new PageRange(first, last));
        return this;
    }

    Citation build() {
        CitedBody body = source == CitationSource.NON_MTUS ? CitedBody.ODG : null;
        return new Citation(source, chapter, edition, sections, pages, text, new Span(0, 0), null, body, null);
    }
}
