package imr.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before trying again after a fault that may pass, and when to give up. Waits double from a second to
 * half a minute; giving up is a matter of the time since the first fault in a row, and faults are in a row when less
 * than the quiet time lies between them.
 */
final class RetryBudget {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofMinutes(5);

    private final Duration limit;
    private final LongSupplier nanoTime;
    private @Nullable Row row;

    /**
     * @param limit for how long faults in a row are tried again; zero for never
     * @param nanoTime a clock that only counts
     */
    RetryBudget(Duration limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /** How long to wait after a fault that is just now; empty if it is time to give up. */
    synchronized Optional<Duration> nextWait() {
        long now = nanoTime.getAsLong();
        Row current = row;
        if (current == null || now - current.lastFault > QUIET.toNanos()) {
            current = new Row(now, now, FIRST_WAIT);
        }
        row = new Row(current.firstFault, now, min(current.nextWait.multipliedBy(2), LONGEST_WAIT));
        Duration left = limit.minusNanos(now - current.firstFault);
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(min(current.nextWait, left));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Faults in a row, and how long to wait after the next. */
    private record Row(long firstFault, long lastFault, Duration nextWait) {}
}
