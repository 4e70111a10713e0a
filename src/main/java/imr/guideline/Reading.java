package imr.guideline;

import imr.avro.Guideline;
import imr.avro.GuidelineSection;
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
    private final List<GuidelineSection> found = new ArrayList<>();
    private final Set<CitationWarning> warnings = EnumSet.noneOf(CitationWarning.class);
    private ResolutionMethod method;

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

    /** Tells whether a chapter's printed title is the name of one of the guideline's own sections. */
    boolean isSection(String title) {
        return index.knows(title);
    }

    void read(List<String> sections, List<PageRange> pages) {
        List<PageRange> allPages = new ArrayList<>(pages);
        boolean named = false;
        for (String section : sections) {
            Integer page = bareNumber(section);
            if (page != null) {
                allPages.add(new PageRange(page, page));
                continue;
            }
            named = true;
            NameIndex.Found<GuidelineSection> match = index.find(section, pages);
            if (match == null) {
                warn(CitationWarning.SECTION_UNKNOWN);
            } else {
                method(match.method());
                add(match.values().get(0));
            }
        }
        Integer pageCount = guideline.getPageCount();
        for (PageRange range : allPages) {
            if (pageCount != null && range.getLast() > pageCount) {
                warn(CitationWarning.PAGE_OUT_OF_RANGE);
            } else if (!named) {
                addTopicOf(range);
            } else if (!found.isEmpty() && index.belongsElsewhere(range, found)) {
                warn(CitationWarning.PAGE_TOPIC_MISMATCH);
            }
        }
    }

    private void addTopicOf(PageRange range) {
        GuidelineSection topic = index.topicOf(range);
        if (topic != null) {
            method(ResolutionMethod.PAGE);
            add(topic);
        }
    }

    private void add(GuidelineSection section) {
        if (!found.contains(section)) {
            found.add(section);
        }
    }

    /** The page number that letters sometimes print where a section should stand, or null. */
    private static @Nullable Integer bareNumber(String section) {
        String number = section.strip();
        if (number.isEmpty() || number.length() > 4) {
            return null;
        }
        int value = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            value = value * 10 + c - '0';
        }
        return value == 0 ? null : value;
    }

    ResolutionMethod method() {
        return method;
    }

    List<String> sections() {
        List<String> names = new ArrayList<>(found.size());
        for (GuidelineSection section : found) {
            names.add(section.getName());
        }
        return names;
    }

    List<String> warnings() {
        List<String> codes = new ArrayList<>(warnings.size());
        for (CitationWarning warning : warnings) {
            codes.add(warning.name());
        }
        return codes;
    }
}
