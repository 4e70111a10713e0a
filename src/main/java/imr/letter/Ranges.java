package imr.letter;

import java.util.Arrays;

/** Ranges of a text, in its order unless they are added otherwise. */
final class Ranges {

    private long[] ranges = new long[8];
    private int count;

    void add(int from, int to) {
        if (count == ranges.length) {
            ranges = Arrays.copyOf(ranges, count * 2);
        }
        ranges[count] = pack(from, to);
        count++;
    }

    int count() {
        return count;
    }

    int from(int i) {
        return (int) (ranges[i] >>> Integer.SIZE);
    }

    int to(int i) {
        return (int) ranges[i];
    }

    void set(int i, int from, int to) {
        ranges[i] = pack(from, to);
    }

    /** These and others, in the text's order. */
    Ranges with(Ranges others) {
        if (others.count == 0) {
            return this;
        }
        if (count == 0) {
            return others;
        }
        Ranges both = new Ranges();
        both.ranges = Arrays.copyOf(ranges, count + others.count);
        System.arraycopy(others.ranges, 0, both.ranges, count, others.count);
        both.count = count + others.count;
        return both.sorted();
    }

    /** The same ranges in the text's order. */
    Ranges sorted() {
        Arrays.sort(ranges, 0, count);
        return this;
    }

    private static long pack(int from, int to) {
        return (long) from << Integer.SIZE | to;
    }
}
