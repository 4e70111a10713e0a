package imr.spike;

import imr.avro.SpikeRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Windows since the bucket was last empty. They are held out of the normal, until it is known what they were. */
final class Run {

    long start;
    double overturned;
    double items;
    double expected;
    double evidence;
    double squares;
    double variance;

    boolean isEmpty() {
        return items == 0;
    }

    void add(long window, double moreOverturned, double moreItems, double rate, double moreEvidence) {
        if (isEmpty()) {
            start = window;
        }
        overturned += moreOverturned;
        items += moreItems;
        expected += moreItems * rate;
        evidence += moreEvidence;
    }

    void addDay(double square, double dayVariance) {
        squares += square;
        variance += dayVariance;
    }

    /** It was part of the normal after all. */
    void mergeInto(Baseline baseline, Dispersion dispersion) {
        baseline.add(overturned, items);
        dispersion.add(squares, variance);
        clear();
    }

    void clear() {
        start = 0;
        overturned = 0;
        items = 0;
        expected = 0;
        evidence = 0;
        squares = 0;
        variance = 0;
    }

    @Nullable
    SpikeRun state() {
        return isEmpty()
                ? null
                : new SpikeRun(Instant.ofEpochMilli(start), overturned, items, expected, evidence, squares, variance);
    }

    void read(@Nullable SpikeRun state) {
        if (state != null) {
            start = state.getStart().toEpochMilli();
            overturned = state.getOverturned();
            items = state.getItems();
            expected = state.getExpected();
            evidence = state.getEvidence();
            squares = state.getSquares();
            variance = state.getVariance();
        }
    }

    void become(Run other) {
        start = other.start;
        overturned = other.overturned;
        items = other.items;
        expected = other.expected;
        evidence = other.evidence;
        squares = other.squares;
        variance = other.variance;
    }
}
