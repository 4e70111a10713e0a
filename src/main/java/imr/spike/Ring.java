package imr.spike;

import imr.avro.SpikeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The newest windows' counts, in the order of their starts: those that may still be revised. */
final class Ring {

    private long[] starts;
    private long[] upheld;
    private long[] overturned;
    private int size;

    /** @param capacity windows that it has room for before it grows */
    Ring(int capacity) {
        starts = new long[capacity + 1];
        upheld = new long[capacity + 1];
        overturned = new long[capacity + 1];
    }

    /** What {@link #put} did. */
    enum Change {
        NONE,
        APPENDED,
        REVISED
    }

    /** Puts a window's counts in the place of those before. Without any, the window is taken out. */
    Change put(long start, long newUpheld, long newOverturned) {
        int at = Arrays.binarySearch(starts, 0, size, start);
        boolean isEmpty = newUpheld + newOverturned == 0;
        if (at >= 0) {
            if (upheld[at] == newUpheld && overturned[at] == newOverturned) {
                return Change.NONE;
            }
            if (isEmpty) {
                remove(at);
            } else {
                upheld[at] = newUpheld;
                overturned[at] = newOverturned;
            }
            return Change.REVISED;
        }
        if (isEmpty) {
            return Change.NONE;
        }
        int place = -at - 1;
        insert(place, start, newUpheld, newOverturned);
        return place == size - 1 ? Change.APPENDED : Change.REVISED;
    }

    int size() {
        return size;
    }

    /** Has a level take the window at a place. */
    void fold(int at, Level level, SpikeParameters parameters, List<Episode> closed) {
        level.fold(starts[at], (double) upheld[at], (double) overturned[at], parameters, closed);
    }

    /** For the store. */
    List<SpikeWindow> windows() {
        List<SpikeWindow> windows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            windows.add(new SpikeWindow(Instant.ofEpochMilli(starts[i]), upheld[i], overturned[i]));
        }
        return windows;
    }

    void remove(int at) {
        size--;
        for (long[] column : new long[][] {starts, upheld, overturned}) {
            System.arraycopy(column, at + 1, column, at, size - at);
        }
    }

    private void insert(int at, long start, long newUpheld, long newOverturned) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size + 8);
            upheld = Arrays.copyOf(upheld, size + 8);
            overturned = Arrays.copyOf(overturned, size + 8);
        }
        for (long[] column : new long[][] {starts, upheld, overturned}) {
            System.arraycopy(column, at, column, at + 1, size - at);
        }
        starts[at] = start;
        upheld[at] = newUpheld;
        overturned[at] = newOverturned;
        size++;
    }
}
