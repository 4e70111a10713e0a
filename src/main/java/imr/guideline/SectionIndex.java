package imr.guideline;

import imr.avro.Guideline;
import imr.avro.GuidelineSection;
import imr.avro.PageRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections of one guideline, by name and by page. */
final class SectionIndex {
    private final NameIndex<KnownSection> byName = new NameIndex<>();
    private final List<KnownSection> paged = new ArrayList<>();

    SectionIndex(Guideline guideline) {
        for (GuidelineSection section : guideline.getSections()) {
            KnownSection known = new KnownSection(section);
            byName.add(section.getName(), section.getAliases(), known);
            if (known.isPaged()) {
                paged.add(known);
            }
        }
    }

    /** Tells whether a section goes by this name, tidied but otherwise undamaged. */
    boolean knows(String tidyName) {
        return byName.knows(tidyName);
    }

    /**
     * Finds a section by its printed name. Where the name fits several, the pages decide, else none is taken.
     *
     * @param pages pages cited with it, possibly none
     */
    NameIndex.@Nullable Found<KnownSection> find(String name, List<PageRange> pages) {
        NameIndex.Found<KnownSection> found = byName.findLoosely(name);
        if (found == null || found.values().size() == 1) {
            return found;
        }
        for (KnownSection section : found.values()) {
            for (PageRange range : pages) {
                if (section.overlaps(range)) {
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
    KnownSection topicOf(PageRange pages) {
        List<KnownSection> topics = new ArrayList<>();
        for (KnownSection section : paged) {
            if (section.has(pages)) {
                topics.add(section);
            }
        }
        KnownSection narrowest = null;
        for (KnownSection topic : topics) {
            if (nestsWithAll(topic, topics) && (narrowest == null || topic.width() < narrowest.width())) {
                narrowest = topic;
            }
        }
        return narrowest;
    }

    private static boolean nestsWithAll(KnownSection topic, List<KnownSection> others) {
        for (KnownSection other : others) {
            if (other != topic && topic.encloses(other) == other.encloses(topic)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether pages belong to some topic but neither to one of those cited nor to one around it: the pages of a
     * large topic such as opioids are cited under any of its parts. Cited sections whose pages aren't known may have any.
     */
    boolean belongsElsewhere(PageRange pages, List<KnownSection> cited) {
        for (KnownSection citedSection : cited) {
            if (!citedSection.isPaged()) {
                return false;
            }
        }
        boolean elsewhere = false;
        for (KnownSection section : paged) {
            if (section.overlaps(pages)) {
                for (KnownSection citedSection : cited) {
                    if (section.encloses(citedSection)) {
                        return false;
                    }
                }
                elsewhere = true;
            }
        }
        return elsewhere;
    }
}
