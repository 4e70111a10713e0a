package imr.cli;

import imr.avro.Classification;
import imr.avro.DisputedItem;
import imr.cli.LetterReading.Read;
import imr.cli.LetterReading.Refused;
import java.util.Locale;

/** Letters for people: one line an item. */
final class LetterLines {

    static final String HEADING = line("LETTER", "FORMAT", "ITEM", "DECISION", "CATEGORY", "TREATMENT");

    /** Labels may be as long as 550 characters. */
    private static final int WIDEST_TREATMENT = 90;

    private LetterLines() {}

    static String of(Read letter) {
        StringBuilder lines = new StringBuilder();
        for (DisputedItem item : letter.determination().getItems()) {
            Classification classification = item.getClassification();
            lines.append(line(
                    item.getLetterId(),
                    item.getLetter().getFormat().name(),
                    String.valueOf(item.getPosition()),
                    item.getDecision().name(),
                    classification == null
                            ? "-"
                            : classification.getServiceCategory().name(),
                    shortened(item.getTreatment())));
        }
        return lines.toString();
    }

    static String of(Refused letter) {
        String place = letter.code() + " at " + letter.line() + ":" + letter.column();
        return line(letter.source(), "-", "-", "rejected", "-", place);
    }

    private static String shortened(String treatment) {
        return treatment.length() <= WIDEST_TREATMENT
                ? treatment
                : treatment.substring(0, WIDEST_TREATMENT - 3) + "...";
    }

    private static String line(
            String letter, String format, String item, String decision, String category, String treatment) {
        return String.format(
                Locale.ROOT, "%-20s %-6s %4s  %-10s  %-21s  %s%n", letter, format, item, decision, category, treatment);
    }
}
