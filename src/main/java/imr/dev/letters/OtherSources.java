package imr.dev.letters;

import imr.avro.CitationSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cites what is not part of the treatment schedule. */
final class OtherSources {

    private static final List<String> SPELLINGS = List.of("NonMTUS", "Non -MTUS");

    private final Map<String, Table.Row> topics = new HashMap<>();

    OtherSources() {
        Table.rows("/generator/topics.tsv").forEach(row -> topics.put(row.text("topic"), row));
    }

    void cite(String topic, Region region, LineDraft draft, Dice dice) {
        StringBuilder out = draft.start();
        String spelling = dice.perMille(8) ? dice.pick(SPELLINGS) : "Non-MTUS";
        out.append("Decision based on ").append(spelling).append(" Citation ");
        int from = out.length();
        draft.cited(from, CitationSource.NON_MTUS, source(topic, region, out, dice));
        draft.end();
    }

    /** Appends a source and tells its id in the reference. */
    private String source(String topic, Region region, StringBuilder out, Dice dice) {
        Table.Row row = topics.get(topic);
        if (row == null) {
            throw new IllegalArgumentException("no topic " + topic);
        }
        String printed = row.text("odgChapter");
        String chapter = printed.equals("@") ? region.odgChapter() : printed;
        String subject = row.text("odgSubject");
        String odg = "Official Disability Guidelines";
        switch (dice.below(12)) {
            case 0 -> out.append(odg).append(" (ODG)");
            case 1, 2, 3 ->
                out.append(odg)
                        .append(" (ODG) ")
                        .append(chapter)
                        .append(" Chapter, ")
                        .append(subject);
            case 4, 5 ->
                out.append(odg).append(" (ODG), ").append(chapter).append(", ").append(subject);
            case 6 ->
                out.append(odg)
                        .append(": ")
                        .append(chapter)
                        .append(" (Acute & Chronic) - ")
                        .append(subject);
            case 7 -> out.append("ODG, ").append(chapter);
            case 8 -> out.append(odg).append(" (ODG), ").append(chapter).append(" (updated 10/5/16)");
            case 9 ->
                out.append(odg)
                        .append(" (ODG) ")
                        .append(chapter)
                        .append(" and Other Medical Treatment Guidelines the package insert");
            case 10 -> {
                out.append("ACOEM Occupational Medicine Practice Guidelines, 3rd ed., ")
                        .append(region.odgChapter())
                        .append(" Disorders");
                return "ACOEM_3RD_ED";
            }
            default -> {
                out.append("http://www.example.org/evidence/").append(topic).append(".html, reviewed online");
                return "OTHER";
            }
        }
        return "ODG";
    }
}
