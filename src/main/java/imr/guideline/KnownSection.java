package imr.guideline;

import imr.avro.GuidelineSection;
import imr.avro.PageRange;

/**
 * A section of a guideline and its pages, if they are known. Each is equal to itself alone, so that telling two apart
 * needn't compare what they say.
 */
final class KnownSection {
    private static final int UNKNOWN = 0;

    private final String name;
    private final int first;
    private final int last;

    KnownSection(GuidelineSection section) {
        Integer firstPage = section.getFirstPage();
        Integer lastPage = section.getLastPage();
        boolean paged = firstPage != null && lastPage != null;
        this.name = section.getName();
        this.first = paged ? firstPage : UNKNOWN;
        this.last = paged ? lastPage : UNKNOWN;
    }

    String name() {
        return name;
    }

    int firstPage() {
        return first;
    }

    int lastPage() {
        return last;
    }

    boolean isPaged() {
        return first != UNKNOWN;
    }

    int width() {
        return last - first;
    }

    boolean overlaps(PageRange pages) {
        return isPaged() && first <= pages.getLast() && pages.getFirst() <= last;
    }

    boolean has(PageRange pages) {
        return isPaged() && first <= pages.getFirst() && pages.getLast() <= last;
    }

    /** Tells whether the other's pages lie within these; both know their pages. */
    boolean encloses(KnownSection other) {
        return first <= other.first && other.last <= last;
    }
}
