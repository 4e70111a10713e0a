package imr.ledger;

import imr.avro.Decision;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a letter is in the light of what is on record for its id. */
final class Ledger {

    private final Series series;
    private final long retentionMillis;

    /**
     * @param series what letters count under
     * @param retentionMillis how far behind stream time a letter may lie and still be counted
     */
    Ledger(Series series, long retentionMillis) {
        this.series = series;
        this.retentionMillis = retentionMillis;
    }

    /**
     * Weighs a letter.
     *
     * @param former what is on record for the letter's id, or null
     * @param eventTime the letter's event time, milliseconds
     * @param streamTime the latest event time seen in the letter's partition, milliseconds
     * @param dated whether the intake gave the event time as the day of the decision; one that says otherwise than before
     *     amends the letter, though its text is the same
     */
    Verdict weigh(Determination letter, @Nullable LedgerEntry former, long eventTime, long streamTime, boolean dated) {
        if (former != null && former.getFingerprint().equals(letter.getFingerprint())) {
            boolean moved = dated && former.getEventTime() != eventTime;
            if (!moved) {
                return new Verdict.Repeat();
            }
        }
        long horizon = streamTime - retentionMillis;
        // An amendment whose former windows are closed can't be taken out of them: to count it would count it twice.
        if (eventTime < horizon || (former != null && former.getEventTime() < horizon)) {
            return new Verdict.Late();
        }
        List<Decision> decisions = new ArrayList<>(letter.getItems().size());
        for (DisputedItem item : letter.getItems()) {
            decisions.add(item.getDecision());
        }
        LedgerEntry entry = new LedgerEntry(letter.getFingerprint(), eventTime, decisions, series.counts(letter));
        return new Verdict.Counted(new LedgerChange(letter, entry, former));
    }

    /** What a letter is. */
    sealed interface Verdict {

        /** The same letter as the one on record: changes nothing. */
        record Repeat() implements Verdict {}

        /** Older than the windows that are kept open. */
        record Late() implements Verdict {}

        /** First of its id, or an amendment. */
        record Counted(LedgerChange change) implements Verdict {}
    }
}
