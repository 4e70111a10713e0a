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

    /** A tally with a change added; null, as for a window that never was, if nothing is left. */
    static @Nullable Tally sum(@Nullable Tally tally, Tally change) {
        Tally sum = tally == null
                ? change
                : new Tally(
                        tally.getLetters() + change.getLetters(),
                        tally.getItems() + change.getItems(),
                        tally.getUpheld() + change.getUpheld(),
                        tally.getOverturned() + change.getOverturned());
        return sum.getLetters() == 0 ? null : sum;
    }

    /** What a window's tally says, with the Wilson score interval of its overturn rate. */
    static OutcomeMetrics metrics(Tally tally, Instant windowEnd) {
        Interval interval = interval(tally);
        return new OutcomeMetrics(
                windowEnd,
                tally.getLetters(),
                tally.getItems(),
                tally.getUpheld(),
                tally.getOverturned(),
                (double) tally.getOverturned() / tally.getItems(),
                interval.getLowerBound(),
                interval.getUpperBound());
    }

    private static Interval interval(Tally tally) {
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(tally.getItems()), Math.toIntExact(tally.getOverturned()), ERROR_RATE);
    }
}
