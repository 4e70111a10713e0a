package imr.dev.letters;

import imr.avro.LetterFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How letters of each format cite the treatment schedule, by topic and region of the body. */
final class Chapters {

    private static final String OF_REGION = "@";

    private final Map<LetterFormat, Map<String, List<Chapter>>> byTopic = new HashMap<>();
    private final Map<LetterFormat, Map<String, Chapter>> byRegion = new HashMap<>();

    private Chapters() {}

    static Chapters load() {
        Chapters chapters = new Chapters();
        for (Table.Row row : Table.rows("/generator/citations.tsv")) {
            chapters.byTopic
                    .computeIfAbsent(format(row), format -> new HashMap<>())
                    .computeIfAbsent(row.text("topic"), topic -> new ArrayList<>())
                    .add(Chapter.of(row, row.list("sections"), row.optional("pages")));
        }
        for (Table.Row row : Table.rows("/generator/chapters.tsv")) {
            chapters.byRegion
                    .computeIfAbsent(format(row), format -> new HashMap<>())
                    .put(row.text("region"), Chapter.of(row, List.of(), null));
        }
        return chapters;
    }

    private static LetterFormat format(Table.Row row) {
        return LetterFormat.valueOf(row.text("format"));
    }

    /** A way to cite the schedule on the topic, null where the format knows none. */
    @Nullable
    Chapter pick(LetterFormat format, String topic, Region region, Dice dice) {
        Map<String, List<Chapter>> topics = byTopic.get(format);
        List<Chapter> choices = topics == null ? null : topics.get(topic);
        if (choices == null) {
            return null;
        }
        Chapter choice = dice.pick(choices);
        return choice.name.equals(OF_REGION) ? choice.in(ofRegion(format, region)) : choice;
    }

    /** The chapter on the region, null where the format does not cite by region. */
    @Nullable
    Chapter general(LetterFormat format, Region region) {
        return byRegion.containsKey(format) ? ofRegion(format, region) : null;
    }

    private Chapter ofRegion(LetterFormat format, Region region) {
        Map<String, Chapter> regions = byRegion.get(format);
        Chapter chapter = regions == null ? null : regions.get(region.name());
        if (chapter == null) {
            throw new IllegalStateException("no chapter for " + region.name() + " in " + format);
        }
        return chapter;
    }

    /**
     * A chapter and the places in it that are cited.
     *
     * @param edition printed year, null where the format prints none
     * @param pages pages as printed, null where none are
     */
    record Chapter(
            String name,
            @Nullable Integer edition,
            String guidelineId,
            List<String> sections,
            @Nullable String pages) {

        private static Chapter of(Table.Row row, List<String> sections, @Nullable String pages) {
            String edition = row.optional("edition");
            return new Chapter(
                    row.text("chapter"),
                    edition == null || edition.equals(OF_REGION) ? null : Integer.valueOf(edition),
                    row.text("guidelineId"),
                    sections,
                    pages);
        }

        private Chapter in(Chapter region) {
            return new Chapter(region.name, region.edition, region.guidelineId, sections, pages);
        }

        Chapter withSections(List<String> others) {
            return new Chapter(name, edition, guidelineId, others, pages);
        }

        Chapter withPages(String others) {
            return new Chapter(name, edition, guidelineId, sections, others);
        }
    }
}
