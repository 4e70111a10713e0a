package imr.outcome;

import imr.avro.OutcomeMetrics;
import imr.avro.Tally;
import java.time.Instant;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/** Arithmetic of outcomes: sums, rates and their intervals. */
final class Outcomes {

    /** Of the 95 % interval. */
    private static final double ERROR_RATE = 0.05;

    private Outcomes() {}

    /** A tally with a change added; the change alone for a window that had none. */
    static Tally sum(@Nullable Tally tally, Tally change) {
        if (tally == null) {
            return change;
        }
        return new Tally(
                tally.getLetters() + change.getLetters(),
                tally.getItems() + change.getItems(),
                tally.getUpheld() + change.getUpheld(),
                tally.getOverturned() + change.getOverturned(),
                Math.min(tally.getFirstEventTime(), change.getFirstEventTime()),
                Math.max(tally.getLastEventTime(), change.getLastEventTime()));
    }

    /** What a window's tally says, with the Wilson score interval of its overturn rate. */
    static OutcomeMetrics metrics(Tally tally, Instant windowEnd) {
        Interval interval = tally.getItems() == 0 ? null : interval(tally);
        return new OutcomeMetrics(
                windowEnd,
                tally.getLetters(),
                tally.getItems(),
                tally.getUpheld(),
                tally.getOverturned(),
                interval == null ? null : (double) tally.getOverturned() / tally.getItems(),
                interval == null ? null : interval.getLowerBound(),
                interval == null ? null : interval.getUpperBound(),
                Instant.ofEpochMilli(tally.getFirstEventTime()),
                Instant.ofEpochMilli(tally.getLastEventTime()));
    }

    private static Interval interval(Tally tally) {
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(tally.getItems()), Math.toIntExact(tally.getOverturned()), ERROR_RATE);
    }
}
