package imr.dev.letters;

import java.util.List;

/**
 * Random numbers that are the same in every JVM for ever: SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", 2014). The JDK's generators only promise that within a version.
 */
final class Dice {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice that depend on all the numbers given, and on nothing else. */
    static Dice of(long seed, long... path) {
        long state = mix(seed + GAMMA);
        for (long step : path) {
            state = mix(state ^ mix(step + GAMMA));
        }
        return new Dice(state);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** From 0 to bound - 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** From first to last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    boolean perMille(int chance) {
        return below(1000) < chance;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Index drawn by running totals of weights. */
    int weighted(int[] totals) {
        int drawn = below(totals[totals.length - 1]);
        int low = 0;
        int high = totals.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (totals[middle] > drawn) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
