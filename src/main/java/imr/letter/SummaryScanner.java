package imr.letter;

import imr.avro.Sex;
import imr.letter.FoundItem.Range;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads age, sex and day of injury from the beginning of the case summary. */
final class SummaryScanner {

    private static final Phrase HEADING = Phrase.of("clinical case summary");
    /** The heading in letters of 2013. */
    private static final Phrase EARLY_HEADING = Phrase.of("reviewer case summary");

    private static final Phrase INTRODUCTION = Phrase.of("including all medical records");

    /** The facts stand in the first sentences; later ages and dates are of other things. */
    private static final int REACH = 1_500;

    /** How far behind the heading its introduction may end. */
    private static final int INTRODUCTION_REACH = 400;

    private SummaryScanner() {}

    /** What the summary says of the injured worker, and where; null, and {@link Range#NONE}, where it doesn't. */
    record Summary(
            @Nullable Integer age,
            Range agePlace,
            @Nullable Sex sex,
            Range sexPlace,
            @Nullable LocalDate injuryDate,
            Range injuryPlace) {}

    static final Summary NOTHING = new Summary(null, Range.NONE, null, Range.NONE, null, Range.NONE);

    /** Scans the summary between its heading and {@code end}, where the items begin. */
    static Summary scan(FlatText flat, int end) {
        int heading = flat.heading(HEADING, 0, end);
        heading = heading == Phrase.NOT_FOUND ? EARLY_HEADING.find(flat.chars, 0, end) : heading;
        int reach = heading == Phrase.NOT_FOUND ? end : Math.min(end, heading + INTRODUCTION_REACH);
        int introduction = INTRODUCTION.find(flat.chars, Math.max(heading, 0), reach);
        int from = Math.max(heading, introduction);
        if (from == Phrase.NOT_FOUND) {
            return NOTHING;
        }
        return read(flat, from, Math.min(end, from + REACH));
    }

    private static Summary read(FlatText flat, int from, int to) {
        CharReader reader = new CharReader(flat.chars, from, to);
        AgeReader age = new AgeReader(flat, reader);
        InjuryDateReader injury = new InjuryDateReader(reader);
        while (!reader.atEnd() && (age.age() == null || injury.date() == null)) {
            int at = reader.position();
            age.read();
            if (reader.position() == at) {
                injury.read();
            }
            if (reader.position() == at) {
                reader.skipToken();
            }
        }
        DateScanner.Found date = injury.date();
        return new Summary(
                age.age(),
                age.agePlace(),
                age.sex(),
                age.sexPlace(),
                date == null ? null : date.date(),
                date == null ? Range.NONE : date.place());
    }
}
