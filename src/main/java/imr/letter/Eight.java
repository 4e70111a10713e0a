package imr.letter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a text at a time, in a long: the first of them in its lowest bits. */
final class Eight {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH = 0x0101_0101_0101_0101L;

    /** The highest bit of each byte, which no character of ASCII has. */
    static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

    private Eight() {}

    /** The bytes from an index on, all of which must be there. */
    static long at(byte[] text, int index) {
        return (long) LONGS.get(text, index);
    }

    /** Eight times the same character of ASCII. */
    static long of(char c) {
        return c * EACH;
    }

    /** Whether any byte is the one that a pattern consists of. */
    static boolean has(long eight, long pattern) {
        long difference = eight ^ pattern;
        return ((difference - EACH) & ~difference & HIGHEST_BITS) != 0;
    }

    /** The highest bit of each byte without a difference; no byte may have its own highest bit set. Other bits are arbitrary. */
    static long same(long difference) {
        return HIGHEST_BITS - difference;
    }

    /** Index, from 0, of the first byte whose highest bit is set among bits that hold no other. */
    static int first(long highestBits) {
        return Long.numberOfTrailingZeros(highestBits) >>> 3;
    }

    /** The first byte of a range that isn't ASCII; the range's end if there is none. */
    static int firstWide(byte[] text, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long wide = at(text, at) & HIGHEST_BITS;
            if (wide != 0) {
                return at + first(wide);
            }
        }
        while (at < to && text[at] >= 0) {
            at++;
        }
        return at;
    }
}
