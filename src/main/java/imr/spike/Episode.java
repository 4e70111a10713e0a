package imr.spike;

import imr.avro.SpikeCloseReason;
import imr.avro.SpikeSeverity;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the windows so far tell it.
 *
 * @param opened start of the window at which it opened, milliseconds since 1970
 * @param closed start of the window at which it closed, or null while it is open
 * @param reason why it closed
 * @param onset start of the first window of its run
 * @param overturned items of the run that were overturned
 * @param items of the run
 * @param baseline the normal rate at its last window
 * @param expected items of the run that would have been overturned at the normal rate
 * @param liftLowerBound points above normal, at least; see {@link Lift#lowerBound}
 * @param evidence for the rise, summed over the run, nats
 * @param dispersion at its last window
 */
record Episode(
        long opened,
        @Nullable Long closed,
        @Nullable SpikeCloseReason reason,
        long onset,
        SpikeSeverity severity,
        double overturned,
        double items,
        double baseline,
        double expected,
        double liftLowerBound,
        double evidence,
        double dispersion) {

    boolean overlaps(Episode other) {
        return opened <= end(other) && other.opened <= end(this);
    }

    /** Whether people would be told the same. */
    boolean looksLike(Episode other) {
        return opened == other.opened
                && severity == other.severity
                && reason == other.reason
                && end(this) == end(other);
    }

    private static long end(Episode episode) {
        return episode.closed == null ? Long.MAX_VALUE : episode.closed;
    }
}
