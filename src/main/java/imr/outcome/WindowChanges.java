package imr.outcome;

import imr.avro.Dimension;
import imr.avro.SeriesKey;
import imr.avro.Tally;
import imr.avro.WindowStep;
import imr.avro.WindowTally;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The windows that changed since they were last drained, in the order in which they were first touched. */
final class WindowChanges {

    private final Map<WindowId, Change> changes = new LinkedHashMap<>();

    /** One window of one series. Not by the series' Avro type, whose hash code walks its schema, which is slow. */
    record WindowId(Dimension dimension, String value, WindowStep step, long start) {
        SeriesKey series() {
            return new SeriesKey(dimension, value);
        }
    }

    /** Where the tally of a window is kept that wasn't touched yet. */
    interface Kept {
        /** The window's tally; null if nothing counts in it. */
        @Nullable
        Tally of(WindowId window);
    }

    /** Takes what a window comes to. */
    interface Sink {
        /** The window's tally from now on; null if nothing counts in it any more. */
        void accept(WindowId window, @Nullable Tally tally);
    }

    void add(SeriesKey series, WindowTally change, Kept kept) {
        WindowId window = new WindowId(series.getDimension(), series.getValue(), change.getStep(), change.getStart());
        Change sum = changes.get(window);
        if (sum == null) {
            sum = new Change(kept.of(window));
            changes.put(window, sum);
        }
        sum.tally = Outcomes.sum(sum.tally, change.getTally());
    }

    /** Hands out each window once, unless its changes have cancelled one another, and starts anew. */
    void drain(Sink sink) {
        changes.forEach((window, change) -> {
            if (!change.isNothing()) {
                sink.accept(window, change.tally);
            }
        });
        changes.clear();
    }

    /** Forgets what has not been drained. */
    void clear() {
        changes.clear();
    }

    private static final class Change {
        private final @Nullable Tally before;
        private @Nullable Tally tally;

        Change(@Nullable Tally before) {
            this.before = before;
            this.tally = before;
        }

        boolean isNothing() {
            return tally == null ? before == null : tally.equals(before);
        }
    }
}
