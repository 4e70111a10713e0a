package imr.cli;

import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.Classification;
import imr.avro.DisputedItem;
import imr.avro.Letter;
import imr.avro.LetterWarning;
import imr.avro.RequestDetails;
import imr.avro.Sex;
import imr.cli.LetterReading.Read;
import imr.cli.LetterReading.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter for people: a few lines on the letter, a block for each item, and the warnings. What the letter doesn't say has no
 * line. No line is longer than {@value #WIDTH} characters; what is longer goes on below, and nothing is cut.
 */
final class LetterLines {

    static final int WIDTH = 80;

    private final StringBuilder lines = new StringBuilder();

    private LetterLines() {}

    static String of(Read read) {
        LetterLines lines = new LetterLines();
        List<DisputedItem> items = read.determination().getItems();
        Letter letter = items.get(0).getLetter();
        lines.hang("", read.determination().getLetterId() + "  " + letter.getFormat() + "  " + read.source());
        lines.letter(letter);
        items.forEach(lines::item);
        for (LetterWarning warning : read.determination().getWarnings()) {
            lines.warning(warning.getCode(), warning.getLine(), warning.getColumn());
        }
        return lines.lines.append('\n').toString();
    }

    static String of(Refused letter) {
        LetterLines lines = new LetterLines();
        lines.hang("", letter.source() + "  rejected");
        lines.warning(letter.code(), letter.line(), letter.column());
        return lines.lines.append('\n').toString();
    }

    private void letter(Letter letter) {
        List<String> days = new ArrayList<>();
        add(days, "injured ", letter.getDateOfInjury());
        add(days, "denied ", letter.getUrDenialDate());
        add(days, "received ", letter.getApplicationReceived());
        add(days, "assigned ", letter.getDateAssigned());
        add(days, "decided ", letter.getDecisionDate());
        fact("days", days);
        List<String> priority = new ArrayList<>();
        add(priority, "", letter.getPriority());
        fact("priority", priority);
        List<String> worker = new ArrayList<>();
        add(worker, "age ", letter.getAge());
        Sex sex = letter.getSex();
        add(worker, "", sex == null || sex == Sex.UNKNOWN ? null : lower(sex));
        fact("worker", worker);
        fact("specialty", letter.getSpecialties());
        fact("licensed in", letter.getLicensureStates());
    }

    private void item(DisputedItem item) {
        hang(String.format(Locale.ROOT, "%3d  %-10s  ", item.getPosition(), item.getDecision()), item.getTreatment());
        if (!item.getRequestInDispute().equals(item.getTreatment())) {
            fact("in dispute", List.of(item.getRequestInDispute()));
        }
        Classification classification = item.getClassification();
        if (classification != null) {
            List<String> kind = new ArrayList<>();
            add(kind, "", classification.getTreatmentName());
            add(kind, "", classification.getDrugClass());
            add(kind, "", classification.getServiceCategory());
            fact("kind", kind);
        }
        RequestDetails details = item.getDetails();
        if (details != null) {
            fact("details", details(details));
        }
        fact("administrator", cited(item.getClaimsAdministratorCitations()));
        fact("reviewer", cited(item.getReviewerCitations()));
    }

    private static List<String> details(RequestDetails details) {
        List<String> told = new ArrayList<>();
        add(told, "", details.getRetrospective() ? "retrospective" : null);
        add(told, "served ", details.getDateOfService());
        add(told, "to ", details.getLastDateOfService());
        String unit = details.getStrengthUnit();
        add(
                told,
                "strength ",
                details.getStrength() == null || unit == null
                        ? details.getStrength()
                        : details.getStrength() + " " + unit);
        add(told, "quantity ", details.getQuantity());
        add(told, "frequency ", details.getFrequency());
        add(told, "duration ", details.getDuration());
        add(told, "visits ", details.getVisits());
        told.addAll(details.getBodyParts());
        add(told, "", details.getSide() == null ? null : lower(details.getSide()));
        return told;
    }

    private static List<String> cited(List<Citation> citations) {
        return citations.stream().map(LetterLines::cited).toList();
    }

    private static String cited(Citation citation) {
        CitationSource source = citation.getSource();
        return switch (source) {
            case NONE -> "nothing cited";
            case OUTSIDE_MTUS -> "outside of the MTUS";
            default -> (citation.getBody() == null ? source : citation.getBody()) + ": " + citation.getText();
        };
    }

    private static void add(List<String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.add(name + value);
        }
    }

    private static String lower(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }

    private void warning(String code, int line, int column) {
        hang("  !  ", code + " at line " + line + ", column " + column);
    }

    /** A line of facts with commas between, or with semicolons if one of them holds a comma itself. */
    private void fact(String name, List<String> facts) {
        if (!facts.isEmpty()) {
            boolean commas = facts.stream().anyMatch(fact -> fact.contains(","));
            hang(String.format(Locale.ROOT, "   %-14s", name), String.join(commas ? "; " : ", ", facts));
        }
    }

    /** Text behind the start of a line, and going on below itself. */
    private void hang(String start, String text) {
        String before = start;
        for (String part : Wrapped.at(text, WIDTH - start.length())) {
            lines.append((before + part).stripTrailing()).append('\n');
            before = " ".repeat(start.length());
        }
    }
}
