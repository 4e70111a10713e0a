package imr.guideline;

import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.PageRange;
import imr.avro.ResolutionMethod;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sections and pages of one citation against the guideline found for it. */
final class Reading {
    private final Guideline guideline;
    private final SectionIndex index;
    private final List<CitedSection> sections = new ArrayList<>(2);
    private final List<CitedPages> pages = new ArrayList<>(2);
    private final List<KnownSection> found = new ArrayList<>(2);
    private final Set<CitationWarning> warnings = EnumSet.noneOf(CitationWarning.class);
    private ResolutionMethod method;

    /** A section as printed and what it stands for; null if it is none of the guideline's, or may be several. */
    record CitedSection(String printed, NameIndex.@Nullable Found<KnownSection> found) {}

    /** Pages as printed, and how they fit. */
    record CitedPages(PageRange printed, Fit fit) {}

    /** How pages fit with the guideline and with the sections cited. */
    enum Fit {
        BEHIND_THE_LAST,
        /** No section is named, and they give one. */
        NAME_A_SECTION,
        /** No section is named, and they give none. */
        NAME_NO_SECTION,
        OF_ANOTHER_SECTION,
        NOT_KNOWN_TO_DIFFER
    }

    Reading(Guideline guideline, SectionIndex index, ResolutionMethod method) {
        this.guideline = guideline;
        this.index = index;
        this.method = method;
    }

    void warn(CitationWarning warning) {
        warnings.add(warning);
    }

    /** Takes note of how a part of the citation was found; the least certain way stands for the whole. */
    void method(ResolutionMethod part) {
        if (part.compareTo(method) > 0) {
            method = part;
        }
    }

    /** Reads the sections, then the pages: those printed as such, and those that stand where a section should. */
    void read(List<String> printedSections, List<PageRange> printedPages) {
        List<PageRange> more = List.of();
        for (String section : printedSections) {
            int page = bareNumber(section);
            if (page == 0) {
                readSection(section, printedPages);
            } else {
                more = more.isEmpty() ? new ArrayList<>() : more;
                more.add(new PageRange(page, page));
            }
        }
        printedPages.forEach(this::readPages);
        more.forEach(this::readPages);
    }

    /** Reads one section; where its name fits several, the pages cited with it decide. */
    void readSection(String printed, List<PageRange> printedPages) {
        NameIndex.Found<KnownSection> match = index.find(printed, printedPages);
        sections.add(new CitedSection(printed, match));
        if (match == null) {
            warn(CitationWarning.SECTION_UNKNOWN);
        } else {
            method(match.method());
            add(match.values().get(0));
        }
    }

    private void readPages(PageRange printed) {
        pages.add(new CitedPages(printed, fit(printed)));
    }

    private Fit fit(PageRange printed) {
        Integer pageCount = guideline.getPageCount();
        if (pageCount != null && printed.getLast() > pageCount) {
            warn(CitationWarning.PAGE_OUT_OF_RANGE);
            return Fit.BEHIND_THE_LAST;
        }
        if (sections.isEmpty()) {
            KnownSection topic = index.topicOf(printed);
            if (topic == null) {
                return Fit.NAME_NO_SECTION;
            }
            method(ResolutionMethod.PAGE);
            add(topic);
            return Fit.NAME_A_SECTION;
        }
        if (!found.isEmpty() && index.belongsElsewhere(printed, found)) {
            warn(CitationWarning.PAGE_TOPIC_MISMATCH);
            return Fit.OF_ANOTHER_SECTION;
        }
        return Fit.NOT_KNOWN_TO_DIFFER;
    }

    private void add(KnownSection section) {
        if (!found.contains(section)) {
            found.add(section);
        }
    }

    /** The page number that letters sometimes print where a section should stand; 0 if it is none. */
    private static int bareNumber(String section) {
        String number = section.strip();
        if (number.length() > 4) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    List<CitedSection> sections() {
        return sections;
    }

    List<CitedPages> pages() {
        return pages;
    }

    /** What came of it. */
    GuidelineResolution resolution() {
        return new GuidelineResolution(
                method,
                guideline.getId(),
                guideline.getTitle(),
                guideline.getYear(),
                guideline.getRegulationSection(),
                found.isEmpty() ? List.of() : names(),
                warnings.isEmpty() ? List.of() : codes());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(found.size());
        for (KnownSection section : found) {
            names.add(section.name());
        }
        return names;
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>(warnings.size());
        for (CitationWarning warning : warnings) {
            codes.add(warning.name());
        }
        return codes;
    }
}
