package imr.dev.letters;

import imr.avro.CitationSource;
import imr.avro.LetterFormat;
import imr.dev.letters.Chapters.Chapter;
import imr.dev.letters.GuidelineLine.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes guideline lines, with the kinds of source about as frequent as in letters of 2014 to 2017. */
final class GuidelineLines {

    private static final String MTUS = "Decision based on MTUS ";
    private static final String OUTSIDE = " based their decision on recommendation(s) outside of the MTUS Guidelines.";
    private static final String NOT_MTUS = " did not base their decision on the MTUS.";
    private static final String NOTHING = " did not cite any medical evidence for its decision.";

    private final Chapters chapters = Chapters.load();
    private final OtherSources otherSources = new OtherSources();

    GuidelineLine write(Side side, LetterFormat format, String topic, Region region, Dice dice) {
        return new Draft(side, format, topic, region, dice).write();
    }

    private final class Draft {

        private final Side side;
        private final LetterFormat format;
        private final String topic;
        private final Region region;
        private final Dice dice;
        private final StringBuilder text = new StringBuilder(200);
        private final List<CitationTruth> citations = new ArrayList<>(2);

        Draft(Side side, LetterFormat format, String topic, Region region, Dice dice) {
            this.side = side;
            this.format = format;
            this.topic = topic;
            this.region = region;
            this.dice = dice;
        }

        GuidelineLine write() {
            boolean administrator = side == Side.CLAIMS_ADMINISTRATOR;
            int drawn = dice.below(100);
            if (drawn < (administrator ? 18 : 6) || (topic.equals("adjunct") && dice.percent(75))) {
                nothing();
            } else if (drawn < (administrator ? 36 : 16)) {
                outside();
            } else if (schedule()) {
                if (dice.percent(administrator ? 35 : 15)) {
                    other();
                }
            } else {
                outside();
            }
            return new GuidelineLine(text.toString(), List.copyOf(citations));
        }

        private void nothing() {
            String sentence = side.printed() + NOTHING;
            text.append(sentence);
            citations.add(new CitationTruth(CitationSource.NONE, null, null, List.of(), List.of(), sentence, "NONE"));
        }

        private void outside() {
            String sentence = side.printed() + (format == LetterFormat.V3A && dice.percent(60) ? NOT_MTUS : OUTSIDE);
            text.append(sentence);
            citations.add(
                    new CitationTruth(CitationSource.OUTSIDE_MTUS, null, null, List.of(), List.of(), sentence, null));
            if (dice.percent(90)) {
                other();
            }
        }

        private void other() {
            int from = startSentence();
            CitationTruth citation = otherSources.cite(topic, region, text, dice);
            citations.add(named(citation, text.substring(from)));
        }

        /** Cites the schedule; false where this format has nothing of it on the topic. */
        private boolean schedule() {
            Chapter first = chapters.pick(format, topic, region, dice);
            if (first == null) {
                return false;
            }
            Chapter second = dice.percent(12) ? chapters.pick(format, topic, region, dice) : null;
            if (format == LetterFormat.V3A) {
                pagesOf(first);
                if (second != null && !second.equals(first)) {
                    pagesOf(second);
                }
                return true;
            }
            if (dice.percent(side == Side.CLAIMS_ADMINISTRATOR ? 30 : 5)) {
                first = first.withSections(List.of());
            }
            if (second == null && dice.percent(8)) {
                second = chapters.general(format, region);
            }
            sectionsOf(first, second != null && !second.name().equals(first.name()) ? second : null);
            return true;
        }

        private void sectionsOf(Chapter first, @Nullable Chapter second) {
            startSentence();
            int from = text.length();
            text.append(MTUS);
            CitationTruth one = section(damaged(first));
            citations.add(named(one, text.substring(from)));
            if (second != null) {
                text.append(", and ");
                int next = text.length();
                CitationTruth two = section(second);
                citations.add(named(two, text.substring(next)));
            }
            text.append('.');
        }

        private CitationTruth section(Chapter chapter) {
            text.append(chapter.name());
            Integer edition = chapter.edition();
            if (edition != null) {
                text.append(' ');
                printYear(edition);
            }
            List<CitationTruth.Pages> pages = List.of();
            if (chapter.pages() != null) {
                text.append(", Section(s): ").append(chapter.pages());
                pages = CitationTruth.Pages.list(chapter.pages());
            } else if (!chapter.sections().isEmpty()) {
                text.append(", Section(s): ");
                for (int i = 0; i < chapter.sections().size(); i++) {
                    text.append(i == 0 ? "" : ", ").append(chapter.sections().get(i));
                }
            }
            return new CitationTruth(
                    CitationSource.MTUS, chapter.name(), edition, chapter.sections(), pages, "", chapter.guidelineId());
        }

        /** Now and then a digit of the year stands apart, as in letters that went through a page scanner. */
        private void printYear(int year) {
            if (dice.perMille(8)) {
                text.append(year / 10).append(' ').append(year % 10);
            } else {
                text.append(year);
            }
        }

        private Chapter damaged(Chapter chapter) {
            if (chapter.name().startsWith("Elbow") && chapter.edition() != null && chapter.edition() == 2007) {
                return dice.percent(30) ? chapter.withSections(List.of()).withPages("326") : chapter;
            }
            boolean misspelt = chapter.sections().equals(List.of("Initial Care")) && dice.percent(25);
            return misspelt ? chapter.withSections(List.of("Inital Care")) : chapter;
        }

        private void pagesOf(Chapter chapter) {
            startSentence();
            int from = text.length();
            text.append(MTUS).append(chapter.name());
            for (String section : chapter.sections()) {
                text.append(' ').append(section);
            }
            List<CitationTruth.Pages> pages = List.of();
            if (chapter.pages() != null && dice.percent(85)) {
                pages = CitationTruth.Pages.list(chapter.pages());
                text.append(pagesLabel(pages.size() == 1 && !chapter.pages().contains("-")))
                        .append(chapter.pages());
            }
            citations.add(new CitationTruth(
                    CitationSource.MTUS,
                    chapter.name(),
                    null,
                    chapter.sections(),
                    pages,
                    text.substring(from),
                    chapter.guidelineId()));
            text.append('.');
        }

        private String pagesLabel(boolean single) {
            int drawn = dice.below(100);
            if (drawn < 75) {
                return " Page(s): ";
            }
            if (single) {
                return drawn < 88 ? ", pg " : ", page ";
            }
            return ", page(s) ";
        }

        private int startSentence() {
            if (text.length() > 0) {
                text.append(' ');
            }
            return text.length();
        }
    }

    private static CitationTruth named(CitationTruth citation, String text) {
        return new CitationTruth(
                citation.source(),
                citation.chapter(),
                citation.edition(),
                citation.sections(),
                citation.pages(),
                text,
                citation.guidelineId());
    }

    /** What is cited from outside of the schedule. */
    private static final class OtherSources {

        private final Map<String, Table.Row> topics = new HashMap<>();

        OtherSources() {
            Table.rows("topics.tsv").forEach(row -> topics.put(row.text("topic"), row));
        }

        /** Appends the sentence; the truth comes without its text. */
        CitationTruth cite(String topic, Region region, StringBuilder out, Dice dice) {
            out.append("Decision based on ").append(label(dice)).append(" Citation ");
            Table.Row row = topics.get(topic);
            if (row == null) {
                throw new IllegalArgumentException("no topic " + topic);
            }
            String chapter = row.text("odgChapter").equals("@") ? region.odgChapter() : row.text("odgChapter");
            String guideline = "ODG";
            switch (dice.below(12)) {
                case 0 -> out.append("Official Disability Guidelines (ODG)");
                case 1, 2, 3 ->
                    out.append("Official Disability Guidelines (ODG) ")
                            .append(chapter)
                            .append(" Chapter, ")
                            .append(row.text("odgSubject"));
                case 4, 5 ->
                    out.append("Official Disability Guidelines (ODG), ")
                            .append(chapter)
                            .append(", ")
                            .append(row.text("odgSubject"));
                case 6 ->
                    out.append("Official Disability Guidelines: ")
                            .append(chapter)
                            .append(" (Acute & Chronic) - ")
                            .append(row.text("odgSubject"));
                case 7 -> out.append("ODG, ").append(chapter);
                case 8 ->
                    out.append("Official Disability Guidelines (ODG), ")
                            .append(chapter)
                            .append(" (updated 10/5/16)");
                case 9 ->
                    out.append("Official Disability Guidelines (ODG) ")
                            .append(chapter)
                            .append(" and Other Medical Treatment Guidelines the package insert");
                case 10 -> {
                    guideline = "ACOEM_3RD_ED";
                    out.append("ACOEM Occupational Medicine Practice Guidelines, 3rd ed., ")
                            .append(region.odgChapter())
                            .append(" Disorders");
                }
                default -> {
                    guideline = "OTHER";
                    out.append("http://www.example.org/evidence/").append(topic).append(".html, reviewed online");
                }
            }
            out.append('.');
            return new CitationTruth(CitationSource.NON_MTUS, null, null, List.of(), List.of(), "", guideline);
        }

        private static String label(Dice dice) {
            int drawn = dice.below(200);
            return drawn == 0 ? "NonMTUS" : drawn == 1 ? "Non -MTUS" : "Non-MTUS";
        }
    }
}
