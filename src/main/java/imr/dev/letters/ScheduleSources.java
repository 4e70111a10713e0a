package imr.dev.letters;

import imr.avro.LetterFormat;
import imr.dev.letters.Chapters.Chapter;
import imr.dev.letters.CitationTruth.Pages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cites the treatment schedule: by topic and page in V3a letters, by chapter, year and section in later ones. */
final class ScheduleSources {

    private static final String DECISION = "Decision based on MTUS ";

    private final Chapters chapters = Chapters.load();

    /**
     * Cites the schedule on a topic, sometimes a second chapter besides.
     *
     * @param bare chance in percent of a chapter without sections
     * @return false where letters of this format have nothing of the schedule on the topic, and nothing was written
     */
    boolean cite(LetterFormat format, String topic, Region region, int bare, LineDraft draft, Dice dice) {
        Chapter first = chapters.pick(format, topic, region, dice);
        if (first == null) {
            return false;
        }
        Chapter second = second(format, topic, region, first, dice);
        if (format == LetterFormat.V3A) {
            byPage(first, draft, dice);
            if (second != null) {
                byPage(second, draft, dice);
            }
        } else {
            Chapter cited = dice.percent(bare) ? first.withSections(List.of()) : damaged(first, dice);
            bySection(cited, second, draft, dice);
        }
        return true;
    }

    private @Nullable Chapter second(LetterFormat format, String topic, Region region, Chapter first, Dice dice) {
        Chapter second = null;
        int drawn = dice.below(100);
        if (drawn < 12) {
            second = chapters.pick(format, topic, region, dice);
        } else if (drawn < 20) {
            second = chapters.general(format, region);
        }
        boolean same = second != null
                && second.name().equals(first.name())
                && (format != LetterFormat.V3A || second.equals(first));
        return same ? null : second;
    }

    private static void bySection(Chapter first, @Nullable Chapter second, LineDraft draft, Dice dice) {
        StringBuilder out = draft.start().append(DECISION);
        section(first, draft, dice);
        if (second != null) {
            out.append(", and ");
            section(second, draft, dice);
        }
        draft.end();
    }

    private static void section(Chapter chapter, LineDraft draft, Dice dice) {
        StringBuilder out = draft.text();
        int from = out.length();
        out.append(chapter.name());
        Integer edition = chapter.edition();
        if (edition != null) {
            year(edition, out.append(' '), dice);
        }
        List<Pages> pages = List.of();
        if (chapter.pages() != null) {
            out.append(", Section(s): ").append(chapter.pages());
            pages = Pages.list(chapter.pages());
        } else if (!chapter.sections().isEmpty()) {
            out.append(", Section(s): ");
            for (int i = 0; i < chapter.sections().size(); i++) {
                out.append(i == 0 ? "" : ", ").append(chapter.sections().get(i));
            }
        }
        draft.cited(from, chapter, pages);
    }

    /** Now and then the last digit stands apart, as in letters that went through a page scanner. */
    private static void year(int year, StringBuilder out, Dice dice) {
        if (dice.perMille(8)) {
            out.append(year / 10).append(' ').append(year % 10);
        } else {
            out.append(year);
        }
    }

    /** Oddities of real letters: a page where a section belongs, a letter missing in a section's name. */
    private static Chapter damaged(Chapter chapter, Dice dice) {
        if (chapter.guidelineId().equals("MTUS_ELBOW_2007") && dice.percent(30)) {
            return chapter.withSections(List.of()).withPages("326");
        }
        boolean misspelt = chapter.sections().equals(List.of("Initial Care")) && dice.percent(25);
        return misspelt ? chapter.withSections(List.of("Inital Care")) : chapter;
    }

    private static void byPage(Chapter chapter, LineDraft draft, Dice dice) {
        StringBuilder out = draft.start().append(DECISION);
        int from = out.length();
        out.append(chapter.name());
        for (String section : chapter.sections()) {
            out.append(' ').append(section);
        }
        List<Pages> pages = List.of();
        if (chapter.pages() != null && dice.percent(85)) {
            pages = Pages.list(chapter.pages());
            boolean single =
                    pages.size() == 1 && pages.get(0).first() == pages.get(0).last();
            out.append(pagesLabel(single, dice)).append(chapter.pages());
        }
        draft.cited(from, chapter, pages);
        draft.end();
    }

    private static String pagesLabel(boolean single, Dice dice) {
        int drawn = dice.below(100);
        if (drawn < 75) {
            return " Page(s): ";
        }
        if (single) {
            return drawn < 88 ? ", pg " : ", page ";
        }
        return ", page(s) ";
    }
}
