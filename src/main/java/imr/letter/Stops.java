package imr.letter;

import java.util.Arrays;

/**
 * The places of a letter that need a look when it is taken apart, in its order: control characters, spaces behind spaces,
 * colons, an F that may begin a footer, the first letter of a case number, and all that isn't ASCII. What lies between two
 * stops is words with single spaces. Finds them eight characters at a time.
 */
final class Stops {

    /** Takes a character of ASCII below the space to one without the highest bit, and any other to one with it. */
    private static final long ABOVE_CONTROLS = Eight.of((char) (0x80 - ' '));

    private static final long SPACES = Eight.of(' ');
    private static final long COLONS = Eight.of(':');
    private static final long FOOTERS = Eight.of(Furniture.FOOTER_START);
    private static final long CASE_NUMBERS = Eight.of('C');
    private static final long BEHIND_CASE_NUMBERS = Eight.of('M');

    private final byte[] text;
    private int[] places;
    private int count;

    private Stops(byte[] text) {
        this.text = text;
        this.places = new int[text.length / 16 + 64];
    }

    static Stops of(byte[] text) {
        Stops stops = new Stops(text);
        stops.find();
        return stops;
    }

    private void find() {
        int at = 0;
        int n = 0;
        int[] found = places;
        // Each character is compared together with the next, so that the last word's next is still in the text.
        for (; at + Long.BYTES < text.length; at += Long.BYTES) {
            long eight = Eight.at(text, at);
            long next = Eight.at(text, at + 1);
            long wide = eight & Eight.HIGHEST_BITS;
            long ascii = eight ^ wide;
            long nextAscii = next & ~Eight.HIGHEST_BITS;
            long bits = (~(ascii + ABOVE_CONTROLS)
                            | Eight.same(ascii ^ COLONS)
                            | Eight.same(ascii ^ FOOTERS)
                            | Eight.same((ascii ^ SPACES) | (nextAscii ^ SPACES))
                            | Eight.same((ascii ^ CASE_NUMBERS) | (nextAscii ^ BEHIND_CASE_NUMBERS))
                            | wide)
                    & Eight.HIGHEST_BITS;
            if (bits != 0) {
                if (n + Long.BYTES > found.length) {
                    found = Arrays.copyOf(found, n * 2);
                }
                do {
                    found[n] = at + Eight.first(bits);
                    n++;
                    bits &= bits - 1;
                } while (bits != 0);
            }
        }
        places = n + Long.BYTES < found.length ? found : Arrays.copyOf(found, n + Long.BYTES + 1);
        count = n;
        for (; at < text.length; at++) {
            places[count] = at;
            count += isStop(at) ? 1 : 0;
        }
        places[count] = text.length;
    }

    private boolean isStop(int at) {
        byte c = text[at];
        byte next = at + 1 < text.length ? text[at + 1] : 0;
        return c < ' '
                || c == ':'
                || c == Furniture.FOOTER_START
                || (c == ' ' && next == ' ')
                || (c == 'C' && next == 'M');
    }

    int count() {
        return count;
    }

    /** The place of a stop; the text's end behind the last. */
    int place(int stop) {
        return places[stop];
    }
}
