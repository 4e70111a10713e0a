package imr.guideline;

import imr.avro.Guideline;
import imr.avro.LetterFormat;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the editions of a chapter. A printed year decides; without one it is the edition in force on the day of
 * the decision. Letters of the first three layouts print neither year nor date, and all were written before the editions of
 * 28 July 2016.
 */
final class Editions {
    private static final LocalDate LAST_OF_V1 = LocalDate.of(2013, 12, 31);
    private static final LocalDate LAST_OF_V3A = LocalDate.of(2016, 6, 30);
    private static final LocalDate LAST_SEEN_OF_V3B = LocalDate.of(2017, 2, 28);

    /** The edition chosen, and what does not fit with it. */
    record Choice(Guideline guideline, @Nullable CitationWarning warning) {}

    private Editions() {}

    /** Returns the day by which a letter's citations are to be read. */
    static LocalDate asOf(LetterFormat format, @Nullable LocalDate decisionDate) {
        return switch (format) {
            case V1 -> earlier(LAST_OF_V1, decisionDate);
            case V2, V3A -> earlier(LAST_OF_V3A, decisionDate);
            case V3B -> decisionDate == null ? LAST_SEEN_OF_V3B : decisionDate;
            case V4, UNKNOWN -> decisionDate == null ? LocalDate.MAX : decisionDate;
        };
    }

    private static LocalDate earlier(LocalDate last, @Nullable LocalDate date) {
        return date == null || date.isAfter(last) ? last : date;
    }

    /** Chooses an edition; {@code editions} holds at least one. */
    static Choice choose(List<Guideline> editions, @Nullable Integer year, LocalDate asOf) {
        if (year != null) {
            for (Guideline edition : editions) {
                if (year.equals(edition.getYear())) {
                    return new Choice(edition, null);
                }
            }
        }
        Guideline inForce = null;
        Guideline first = editions.get(0);
        for (Guideline edition : editions) {
            LocalDate from = effective(edition);
            if (!from.isAfter(asOf) && (inForce == null || from.isAfter(effective(inForce)))) {
                inForce = edition;
            }
            if (from.isBefore(effective(first))) {
                first = edition;
            }
        }
        if (inForce == null) {
            return new Choice(first, CitationWarning.EDITION_NOT_IN_FORCE);
        }
        return new Choice(inForce, year == null ? null : CitationWarning.EDITION_UNKNOWN);
    }

    /** First day on which an edition applied, as far as it is known. */
    static LocalDate effective(Guideline edition) {
        LocalDate from = edition.getEffectiveFrom();
        if (from != null) {
            return from;
        }
        Integer year = edition.getYear();
        return year == null ? LocalDate.MIN : LocalDate.of(year, 1, 1);
    }
}
