package imr.cli;

import imr.avro.Citation;
import imr.avro.CitedBody;
import imr.avro.DetailSpans;
import imr.avro.DisputedItem;
import imr.avro.ItemSpans;
import imr.avro.Letter;
import imr.avro.LetterSpans;
import imr.avro.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field at its place in a letter.
 *
 * @param name what people call it, {@value #LONGEST} characters at most
 */
record FieldMark(String name, int start, int end) {

    /** So that on a row as wide as {@link ExplainedLetter} sets it, a name fits before or behind a bar that it doesn't fit in. */
    static final int LONGEST = 22;

    private static final List<String> LETTER_FIELDS = List.of(
            "case number",
            "assigned",
            "injured",
            "decided",
            "denied",
            "priority",
            "received",
            "state",
            "specialty",
            "age",
            "sex");

    /** The outer before the inner. */
    private static final Comparator<FieldMark> ORDER =
            Comparator.comparingInt(FieldMark::start).thenComparingInt(mark -> -mark.end());

    /** All fields of a letter that have a place, in its order; those at one place are one mark, as far as its name allows. */
    static List<FieldMark> of(List<DisputedItem> items) {
        List<FieldMark> marks = new ArrayList<>();
        LetterSpans letter = items.get(0).getLetter().getSpans();
        if (letter != null) {
            letter(letter, marks);
        }
        for (DisputedItem item : items) {
            ItemSpans spans = item.getSpans();
            if (spans != null) {
                item(item, spans, marks);
            }
        }
        marks.sort(ORDER);
        return joined(marks);
    }

    /** What the letter as a whole doesn't say in its text. */
    static List<String> missing(Letter letter) {
        List<FieldMark> found = new ArrayList<>();
        LetterSpans spans = letter.getSpans();
        if (spans != null) {
            letter(spans, found);
        }
        List<String> names = found.stream().map(FieldMark::name).toList();
        return LETTER_FIELDS.stream().filter(name -> !names.contains(name)).toList();
    }

    private static void letter(LetterSpans spans, List<FieldMark> marks) {
        add("case number", spans.getCaseNumber(), marks);
        add("assigned", spans.getDateAssigned(), marks);
        add("injured", spans.getDateOfInjury(), marks);
        add("decided", spans.getDecisionDate(), marks);
        add("denied", spans.getUrDenialDate(), marks);
        add("priority", spans.getPriority(), marks);
        add("received", spans.getApplicationReceived(), marks);
        spans.getLicensureStates().forEach(span -> add("state", span, marks));
        spans.getSpecialties().forEach(span -> add("specialty", span, marks));
        add("age", spans.getAge(), marks);
        add("sex", spans.getSex(), marks);
    }

    private static void item(DisputedItem item, ItemSpans spans, List<FieldMark> marks) {
        add("treatment", spans.getTreatment(), marks);
        add("request", spans.getRequestInDispute(), marks);
        add("decision " + item.getDecision(), spans.getDecision(), marks);
        add("administrator", spans.getClaimsAdministratorGuideline(), marks);
        add("reviewer", spans.getReviewerGuideline(), marks);
        add("rationale", spans.getRationale(), marks);
        details(spans.getDetails(), marks);
        item.getClaimsAdministratorCitations().forEach(citation -> citation(citation, marks));
        item.getReviewerCitations().forEach(citation -> citation(citation, marks));
    }

    private static void details(DetailSpans spans, List<FieldMark> marks) {
        add("retrospective", spans.getRetrospective(), marks);
        add("day of service", spans.getDateOfService(), marks);
        add("last day of service", spans.getLastDateOfService(), marks);
        add("strength", spans.getStrength(), marks);
        add("unit", spans.getStrengthUnit(), marks);
        add("quantity", spans.getQuantity(), marks);
        add("frequency", spans.getFrequency(), marks);
        add("visits a week", spans.getVisitsPerWeek(), marks);
        add("weeks", spans.getWeeks(), marks);
        add("duration", spans.getDuration(), marks);
        add("days of supply", spans.getDaysSupply(), marks);
        add("visits", spans.getVisits(), marks);
        spans.getBodyParts().forEach(span -> add("body part", span, marks));
        add("side", spans.getSide(), marks);
    }

    private static void citation(Citation citation, List<FieldMark> marks) {
        CitedBody body = citation.getBody();
        add("cites " + (body == null ? citation.getSource() : body), citation.getSpan(), marks);
    }

    private static void add(String name, @Nullable Span span, List<FieldMark> marks) {
        if (span != null) {
            marks.add(new FieldMark(name, span.getStart(), span.getEnd()));
        }
    }

    private static List<FieldMark> joined(List<FieldMark> marks) {
        List<FieldMark> joined = new ArrayList<>();
        for (FieldMark mark : marks) {
            FieldMark last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            String both = last == null ? "" : last.name() + ", " + mark.name();
            boolean samePlace = last != null && last.start() == mark.start() && last.end() == mark.end();
            if (samePlace && both.length() <= LONGEST) {
                joined.set(joined.size() - 1, new FieldMark(both, mark.start(), mark.end()));
            } else {
                joined.add(mark);
            }
        }
        return joined;
    }
}
