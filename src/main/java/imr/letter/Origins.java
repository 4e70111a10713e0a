package imr.letter;

import java.util.Arrays;

/** Where in the decoded letter the characters of its flat text stand. */
final class Origins {

    private static final int USUAL_PIECE = 40;
    private static final int NEAR = 8;

    /** Stretches of the flat text that lie in the letter as one piece: where they start, and how far they are shifted. */
    private int[] pieces;

    private int[] shifts;
    private int count;

    /** The piece that a place was looked for in last: the next place is often in the same. */
    private int last;

    Origins(int letterLength) {
        this.pieces = new int[letterLength / USUAL_PIECE + 16];
        this.shifts = new int[pieces.length];
    }

    /** From an index of the flat text on, at the latest, it is taken from a place of the letter. */
    void add(int flat, int place) {
        if (count > 0 && shifts[count - 1] == place - flat) {
            return;
        }
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, count * 2);
            shifts = Arrays.copyOf(shifts, count * 2);
        }
        pieces[count] = flat;
        shifts[count] = place - flat;
        count++;
    }

    /** Place in the letter of a character of the flat text. */
    int offset(int at) {
        if (at < pieces[last] || (last + 1 < count && at >= pieces[last + 1])) {
            last = piece(at);
        }
        return at + shifts[last];
    }

    /** The piece that a place is in: mostly it is one of the next, since a letter is read from its start to its end. */
    private int piece(int at) {
        int near = Math.min(count, last + NEAR);
        int from = at >= pieces[last] ? last : 0;
        if (from == last) {
            for (int next = last + 1; next < near; next++) {
                if (at < pieces[next]) {
                    return next - 1;
                }
            }
        }
        int found = Arrays.binarySearch(pieces, from, count, at);
        return found >= 0 ? found : -found - 2;
    }
}
