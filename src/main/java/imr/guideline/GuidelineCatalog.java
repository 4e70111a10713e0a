package imr.guideline;

import imr.avro.Citation;
import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.GuidelineSection;
import imr.avro.GuidelineSource;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import imr.guideline.ChapterReading.Editionless;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index over the guideline reference that tells what a citation stands for. Immutable and safe for use by several
 * threads; the same guidelines in any order make the same index.
 */
public final class GuidelineCatalog {
    private static final GuidelineResolution UNRESOLVED =
            new GuidelineResolution(ResolutionMethod.UNRESOLVED, null, null, null, null, List.of(), List.of());

    private final NameIndex<Guideline> chapters = new NameIndex<>();
    private final NameIndex<Guideline> topics = new NameIndex<>();
    private final Map<String, SectionIndex> sections = new HashMap<>();
    private final NamedSources named = new NamedSources();
    /** Titles as the reference spells them, which is how most letters print them, taken apart once and for all. */
    private final Map<String, PrintedChapter> usualTitles = new HashMap<>();

    /** Makes an index over these guidelines. */
    public GuidelineCatalog(Collection<Guideline> guidelines) {
        List<Guideline> byId = new ArrayList<>(guidelines);
        byId.sort(Comparator.comparing(Guideline::getId));
        for (Guideline guideline : byId) {
            sections.put(guideline.getId(), new SectionIndex(guideline));
            if (guideline.getSource() == GuidelineSource.MTUS) {
                addChapter(guideline);
            } else {
                named.add(guideline);
            }
        }
    }

    private void addChapter(Guideline guideline) {
        chapters.add(guideline.getTitle(), guideline.getAliases(), guideline);
        usualTitles.computeIfAbsent(guideline.getTitle(), PrintedChapter::of);
        guideline.getAliases().forEach(alias -> usualTitles.computeIfAbsent(alias, PrintedChapter::of));
        for (GuidelineSection section : guideline.getSections()) {
            topics.add(section.getName(), section.getAliases(), guideline);
        }
    }

    /**
     * Tells what a citation stands for.
     *
     * @param citation as read from the letter
     * @param format the letter's layout, which dates letters that print no date
     * @param decisionDate day of the determination, or null where the letter doesn't say
     * @return the guideline, edition and sections; a resolution marked UNRESOLVED for an MTUS or other citation that the
     *     reference doesn't know; null for a citation that names nothing to be found: recommendations outside of the
     *     MTUS, nothing cited, or an unknown kind
     */
    public @Nullable GuidelineResolution resolve(
            Citation citation, LetterFormat format, @Nullable LocalDate decisionDate) {
        return switch (citation.getSource()) {
            case MTUS -> {
                ChapterReading reading = read(citation, Editions.asOf(format, decisionDate));
                yield reading == null ? UNRESOLVED : reading.resolution();
            }
            case NON_MTUS -> resolveNamed(citation);
            case OUTSIDE_MTUS, NONE, UNKNOWN -> null;
        };
    }

    /** Resolves a citation, as {@link #resolve} does, and tells how. */
    public Explanation<GuidelineResolution> explain(
            Citation citation, LetterFormat format, @Nullable LocalDate decisionDate) {
        return new CitationExplanation(this, citation, format, decisionDate).explain();
    }

    private GuidelineResolution resolveNamed(Citation citation) {
        NamedSources.Hit hit = named.find(citation.getText());
        if (hit == null) {
            return UNRESOLVED;
        }
        Guideline guideline = hit.guideline();
        return new GuidelineResolution(
                hit.method(),
                guideline.getId(),
                guideline.getTitle(),
                guideline.getYear(),
                guideline.getRegulationSection(),
                hit.section() == null ? List.of() : List.of(hit.section()),
                List.of());
    }

    /** Reads a citation of the schedule; null if its chapter isn't known. */
    @Nullable
    ChapterReading read(Citation citation, LocalDate asOf) {
        if (citation.getChapter() == null) {
            return null;
        }
        PrintedChapter chapter = chapter(citation.getChapter());
        Integer year = citation.getEdition() == null ? chapter.year() : citation.getEdition();
        Editionless found = find(chapter, year, asOf);
        if (found == null) {
            return null;
        }
        Editions.Choice choice = Editions.choose(found.editions(), year, asOf);
        SectionIndex index = sectionsOf(choice.guideline());
        Reading parts = new Reading(choice.guideline(), index, found.method());
        if (choice.warning() != null) {
            parts.warn(choice.warning());
        }
        if (year != null && !year.equals(choice.guideline().getYear())) {
            parts.method(ResolutionMethod.REPAIRED);
        }
        if (found.byTopic() || index.knows(chapter.tidyCore())) {
            parts.readSection(chapter.core(), citation.getPages());
        }
        parts.read(citation.getSections(), citation.getPages());
        return new ChapterReading(chapter, year, found, choice, parts);
    }

    private PrintedChapter chapter(String printed) {
        PrintedChapter usual = usualTitles.get(printed);
        return usual == null ? PrintedChapter.of(printed) : usual;
    }

    /** Finds a chapter by its title, or by a topic in its place where that says more. */
    private @Nullable Editionless find(PrintedChapter chapter, @Nullable Integer year, LocalDate asOf) {
        NameIndex.Found<Guideline> found = chapters.find(chapter.title());
        if (found == null) {
            found = atLeast(ResolutionMethod.ALIAS, chapters.find(chapter.core()));
        }
        if (found == null || (year == null && !anyInForce(found.values(), asOf))) {
            NameIndex.Found<Guideline> byTopic = soleInForce(topics.find(chapter.core()), asOf);
            if (byTopic != null) {
                return new Editionless(byTopic.values(), byTopic.method(), true);
            }
        }
        return found == null ? null : new Editionless(found.values(), found.method(), false);
    }

    SectionIndex sectionsOf(Guideline guideline) {
        SectionIndex index = sections.get(guideline.getId());
        return index == null ? new SectionIndex(guideline) : index;
    }

    private static boolean anyInForce(List<Guideline> editions, LocalDate asOf) {
        return Editions.choose(editions, null, asOf).warning() == null;
    }

    /** A topic printed where the chapter should stand, if only one guideline in force has that topic. */
    private static NameIndex.@Nullable Found<Guideline> soleInForce(
            NameIndex.@Nullable Found<Guideline> found, LocalDate asOf) {
        if (found == null) {
            return null;
        }
        Map<String, List<Guideline>> byTitle = new HashMap<>();
        for (Guideline guideline : found.values()) {
            if (anyInForce(List.of(guideline), asOf)) {
                byTitle.computeIfAbsent(guideline.getTitle(), t -> new ArrayList<>())
                        .add(guideline);
            }
        }
        if (byTitle.size() != 1) {
            return null;
        }
        return atLeast(
                ResolutionMethod.ALIAS,
                new NameIndex.Found<>(byTitle.values().iterator().next(), found.method()));
    }

    private static NameIndex.@Nullable Found<Guideline> atLeast(
            ResolutionMethod method, NameIndex.@Nullable Found<Guideline> found) {
        if (found == null || found.method().compareTo(method) >= 0) {
            return found;
        }
        return new NameIndex.Found<>(found.values(), method);
    }
}
