package imr.guideline;

import imr.avro.Guideline;
import imr.avro.GuidelineSection;
import imr.avro.PageRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections of one guideline, by name and by page. */
final class SectionIndex {
    private final NameIndex<GuidelineSection> byName = new NameIndex<>();
    private final List<GuidelineSection> paged = new ArrayList<>();

    SectionIndex(Guideline guideline) {
        for (GuidelineSection section : guideline.getSections()) {
            byName.add(section.getName(), section.getAliases(), section);
            if (section.getFirstPage() != null && section.getLastPage() != null) {
                paged.add(section);
            }
        }
    }

    /** Tells whether a section goes by this name, undamaged. */
    boolean knows(String name) {
        return byName.knows(name);
    }

    /**
     * Finds a section by its printed name. Where the name fits several, the pages decide, else none is taken.
     *
     * @param pages pages cited with it, possibly none
     */
    NameIndex.@Nullable Found<GuidelineSection> find(String name, List<PageRange> pages) {
        NameIndex.Found<GuidelineSection> found = byName.findLoosely(name);
        if (found == null || found.values().size() == 1) {
            return found;
        }
        for (GuidelineSection section : found.values()) {
            for (PageRange range : pages) {
                if (overlaps(section, range)) {
                    return new NameIndex.Found<>(List.of(section), found.method());
                }
            }
        }
        return null;
    }

    /**
     * Finds the topic that pages belong to: the narrowest one that has all the pages and sits inside or around every
     * other that has them. On a page that several topics share side by side this is the topic around them, if any.
     */
    @Nullable
    GuidelineSection topicOf(PageRange pages) {
        List<GuidelineSection> topics = new ArrayList<>();
        for (GuidelineSection section : paged) {
            if (first(section) <= pages.getFirst() && pages.getLast() <= last(section)) {
                topics.add(section);
            }
        }
        GuidelineSection narrowest = null;
        for (GuidelineSection topic : topics) {
            if (nestsWithAll(topic, topics) && (narrowest == null || width(topic) < width(narrowest))) {
                narrowest = topic;
            }
        }
        return narrowest;
    }

    private static boolean nestsWithAll(GuidelineSection topic, List<GuidelineSection> others) {
        for (GuidelineSection other : others) {
            if (!other.equals(topic) && encloses(topic, other) == encloses(other, topic)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether pages belong to some topic but neither to one of those cited nor to one around it: the pages of a
     * large topic such as opioids are cited under any of its parts.
     */
    boolean belongsElsewhere(PageRange pages, List<GuidelineSection> cited) {
        boolean elsewhere = false;
        for (GuidelineSection section : paged) {
            if (!overlaps(section, pages)) {
                continue;
            }
            for (GuidelineSection citedSection : cited) {
                if (section.equals(citedSection) || (isPaged(citedSection) && encloses(section, citedSection))) {
                    return false;
                }
            }
            elsewhere = true;
        }
        return elsewhere && cited.stream().allMatch(SectionIndex::isPaged);
    }

    private static boolean isPaged(GuidelineSection section) {
        return section.getFirstPage() != null && section.getLastPage() != null;
    }

    private static boolean overlaps(GuidelineSection section, PageRange pages) {
        return isPaged(section) && first(section) <= pages.getLast() && pages.getFirst() <= last(section);
    }

    private static boolean encloses(GuidelineSection outer, GuidelineSection inner) {
        return first(outer) <= first(inner) && last(inner) <= last(outer);
    }

    private static int width(GuidelineSection section) {
        return last(section) - first(section);
    }

    private static int first(GuidelineSection section) {
        Integer page = section.getFirstPage();
        return page == null ? 0 : page;
    }

    private static int last(GuidelineSection section) {
        Integer page = section.getLastPage();
        return page == null ? 0 : page;
    }
}
