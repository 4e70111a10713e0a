package imr.guideline;

import imr.avro.Citation;
import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.LetterFormat;
import imr.avro.PageRange;
import imr.avro.ResolutionMethod;
import imr.guideline.Explanation.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts into words how a citation was read. */
final class CitationExplanation {
    private final GuidelineCatalog catalog;
    private final Citation citation;
    private final LetterFormat format;
    private final @Nullable LocalDate decided;
    private final List<Step> steps = new ArrayList<>();

    CitationExplanation(GuidelineCatalog catalog, Citation citation, LetterFormat format, @Nullable LocalDate decided) {
        this.catalog = catalog;
        this.citation = citation;
        this.format = format;
        this.decided = decided;
    }

    Explanation<GuidelineResolution> explain() {
        GuidelineResolution result = catalog.resolve(citation, format, decided);
        switch (citation.getSource()) {
            case MTUS -> {
                add("source", "MTUS, the state's schedule");
                schedule();
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

    private void schedule() {
        LocalDate asOf = Editions.asOf(format, decided);
        ChapterReading reading = catalog.read(citation, asOf);
        if (reading == null) {
            add(
                    "chapter",
                    citation.getChapter() == null
                            ? "none is printed"
                            : quoted(PrintedChapter.of(citation.getChapter()).title())
                                    + " is neither a chapter nor a topic of one");
            return;
        }
        Guideline guideline = reading.choice().guideline();
        add(
                "chapter",
                quoted(reading.chapter().title())
                        + (reading.found().byTopic() ? " names a topic of " : " stands for ")
                        + quoted(guideline.getTitle()) + ": " + reading.found().method());
        List<Guideline> editions = new ArrayList<>(reading.found().editions());
        editions.sort(Comparator.comparing(Editions::effective));
        for (Guideline edition : editions) {
            String from = edition.getEffectiveFrom() == null ? "" : ", in force from " + edition.getEffectiveFrom();
            add("known", "edition " + edition.getYear() + from + " (" + edition.getId() + ")");
        }
        add("edition", edition(reading, asOf));
        reading.parts().sections().forEach(this::section);
        SectionIndex index = catalog.sectionsOf(guideline);
        reading.parts().pages().forEach(pages -> pages(pages, guideline, index.topicOf(pages.printed())));
        ResolutionMethod method = reading.resolution().getMethod();
        add("method", method + ", the least certain way among its parts");
    }

    private String edition(ChapterReading reading, LocalDate asOf) {
        Editions.Choice choice = reading.choice();
        Integer year = reading.year();
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

    private void section(Reading.CitedSection section) {
        String meaning = section.found() == null
                ? " is none of the guideline's, or may be several"
                : " stands for " + shown(section.found().values().get(0)) + ": "
                        + section.found().method();
        add("section", quoted(section.printed()) + meaning);
    }

    private void pages(Reading.CitedPages pages, Guideline guideline, @Nullable KnownSection topic) {
        String fit = switch (pages.fit()) {
            case BEHIND_THE_LAST -> "the guideline has " + guideline.getPageCount();
            case NAME_A_SECTION -> "PAGE, of " + shown(topic);
            case NAME_NO_SECTION -> "no one section has them";
            case OF_ANOTHER_SECTION -> "of another section" + (topic == null ? "" : ", " + shown(topic));
            case NOT_KNOWN_TO_DIFFER -> "not known to belong elsewhere";
        };
        PageRange printed = pages.printed();
        add("pages", range(printed.getFirst(), printed.getLast()) + ": " + fit);
    }

    private static String shown(@Nullable KnownSection section) {
        if (section == null) {
            return "";
        }
        String pages = section.isPaged() ? " (" + range(section.firstPage(), section.lastPage()) + ")" : "";
        return quoted(section.name()) + pages;
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
