package imr.outcome;

import imr.avro.Dimension;
import imr.avro.SeriesKey;
import imr.avro.Tally;
import imr.avro.WindowStep;
import imr.avro.WindowTally;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The windows that changed since they were last drained, in the order in which they were first touched.
 *
 * <p>It remembers what the windows that changed last came to. Those of today change with every commit, and reading one from
 * its store costs as much as all else that is done for it.
 */
final class WindowChanges {

    /** A few hundred bytes each. */
    private static final int REMEMBERED = 4_096;

    private final Map<WindowId, Change> changes = new LinkedHashMap<>();
    private final Map<WindowId, Tally> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<WindowId, Tally> eldest) {
            return size() > REMEMBERED;
        }
    };

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
            Tally last = remembered.get(window);
            sum = new Change(last == null ? kept.of(window) : last);
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
            if (change.tally == null) {
                remembered.remove(window);
            } else {
                remembered.put(window, change.tally);
            }
        });
        changes.clear();
    }

    /** Forgets everything: what has not been drained, and what was and may not have been committed. */
    void clear() {
        changes.clear();
        remembered.clear();
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
