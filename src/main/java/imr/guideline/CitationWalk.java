package imr.guideline;

import imr.avro.Citation;
import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.GuidelineSection;
import imr.avro.LetterFormat;
import imr.avro.PageRange;
import imr.avro.ResolutionMethod;
import imr.guideline.Explanation.Step;
import imr.guideline.GuidelineCatalog.Editionless;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes once more over a citation that the catalog has resolved, and tells what it met there. Kept apart, so that
 * resolving needn't take notes.
 */
final class CitationWalk {
    private final GuidelineCatalog catalog;
    private final Citation citation;
    private final LetterFormat format;
    private final @Nullable LocalDate decided;
    private final List<Step> steps = new ArrayList<>();

    CitationWalk(GuidelineCatalog catalog, Citation citation, LetterFormat format, @Nullable LocalDate decided) {
        this.catalog = catalog;
        this.citation = citation;
        this.format = format;
        this.decided = decided;
    }

    /** Tells how the citation came to be resolved so. */
    Explanation<GuidelineResolution> explain(@Nullable GuidelineResolution result) {
        String printed = citation.getChapter();
        switch (citation.getSource()) {
            case MTUS -> {
                add("source", "MTUS, the state's schedule");
                if (printed == null) {
                    add("chapter", "none is printed");
                } else {
                    chapter(PrintedChapter.of(printed));
                    if (result != null && result.getMethod() != ResolutionMethod.UNRESOLVED) {
                        add("method", result.getMethod() + ", the least certain way among its parts");
                    }
                }
            }
            case NON_MTUS -> {
                add("source", "outside of the schedule; " + citation.getBody());
                named(result);
            }
            case OUTSIDE_MTUS, NONE, UNKNOWN -> add("source", citation.getSource() + ": names nothing to be found");
        }
        return new Explanation<>(steps, result);
    }

    private void named(@Nullable GuidelineResolution result) {
        if (result == null || result.getTitle() == null) {
            add("guideline", "no name of a known one is in the text");
            return;
        }
        add("guideline", quoted(result.getTitle()) + " or another name of it stands first in the text");
        result.getSections()
                .forEach(section -> add("section", quoted(section) + " is named behind it, or else before it"));
    }

    private void chapter(PrintedChapter chapter) {
        LocalDate asOf = Editions.asOf(format, decided);
        Integer year = citation.getEdition() == null ? chapter.year() : citation.getEdition();
        Editionless found = catalog.find(chapter, year, asOf);
        if (found == null) {
            add("chapter", quoted(chapter.title()) + " is neither a chapter nor a topic of one");
            return;
        }
        Editions.Choice choice = Editions.choose(found.editions(), year, asOf);
        Guideline guideline = choice.guideline();
        add(
                "chapter",
                quoted(chapter.title()) + (found.byTopic() ? " names a topic of " : " stands for ")
                        + quoted(guideline.getTitle()) + ": " + found.method());
        List<Guideline> editions = new ArrayList<>(found.editions());
        editions.sort(Comparator.comparing(Editions::effective));
        for (Guideline edition : editions) {
            String from = edition.getEffectiveFrom() == null ? "" : ", in force from " + edition.getEffectiveFrom();
            add("known", "edition " + edition.getYear() + from + " (" + edition.getId() + ")");
        }
        add("edition", edition(choice, year, asOf));
        List<String> sections = new ArrayList<>(citation.getSections());
        SectionIndex index = catalog.sectionsOf(guideline);
        if (found.byTopic() || index.knows(chapter.core())) {
            sections.add(0, chapter.core());
        }
        List<GuidelineSection> read = sections(sections, index);
        for (PageRange pages : citation.getPages()) {
            pages(pages, guideline, index, read);
        }
    }

    private String edition(Editions.Choice choice, @Nullable Integer year, LocalDate asOf) {
        String chosen = choice.guideline().getYear() + ": ";
        if (year != null && year.equals(choice.guideline().getYear())) {
            return chosen + "the year is printed";
        }
        String none = year == null ? "no year is printed; " : "no edition of " + year + " is known; ";
        String rule = choice.warning() == CitationWarning.EDITION_NOT_IN_FORCE
                ? "none was in force yet, so the first: "
                : "the one in force: ";
        return chosen + none + rule + day(asOf);
    }

    private String day(LocalDate asOf) {
        if (asOf.equals(LocalDate.MAX)) {
            return "no day of decision is known, so the newest";
        }
        return asOf.equals(decided) ? "decided " + asOf : "a letter of format " + format + " is read as of " + asOf;
    }

    private List<GuidelineSection> sections(List<String> printed, SectionIndex index) {
        List<GuidelineSection> read = new ArrayList<>();
        for (String section : printed) {
            NameIndex.Found<GuidelineSection> found = index.find(section, citation.getPages());
            if (section.strip().chars().allMatch(Character::isDigit)) {
                add("section", quoted(section) + " is taken for a page");
            } else if (found == null) {
                add("section", quoted(section) + " is none of the guideline's, or may be several");
            } else {
                GuidelineSection known = found.values().get(0);
                read.add(known);
                add("section", quoted(section) + " stands for " + shown(known) + ": " + found.method());
            }
        }
        return read;
    }

    private void pages(PageRange pages, Guideline guideline, SectionIndex index, List<GuidelineSection> read) {
        String printed = range(pages.getFirst(), pages.getLast());
        Integer count = guideline.getPageCount();
        GuidelineSection topic = index.topicOf(pages);
        if (count != null && pages.getLast() > count) {
            add("pages", printed + ": the guideline has " + count);
        } else if (read.isEmpty()) {
            add("pages", printed + ": " + (topic == null ? "no one section has them" : "PAGE, of " + shown(topic)));
        } else if (index.belongsElsewhere(pages, read)) {
            add("pages", printed + ": of another section" + (topic == null ? "" : ", " + shown(topic)));
        } else {
            add("pages", printed + ": not known to belong elsewhere");
        }
    }

    private static String shown(GuidelineSection section) {
        Integer first = section.getFirstPage();
        Integer last = section.getLastPage();
        return quoted(section.getName()) + (first == null || last == null ? "" : " (" + range(first, last) + ")");
    }

    private static String range(int first, int last) {
        return first == last ? "page " + first : "pages " + first + " to " + last;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private void add(String what, String how) {
        steps.add(new Step(what, how));
    }
}
