package imr.reference;

import java.util.Arrays;
import java.util.Locale;

/**
 * Finds the longest of many names at a place of a text in one walk. Names are compared by letters and digits only, in
 * lower case, so that spaces, hyphens, brackets and ampersands may differ or have got lost; at most
 * {@value #MAX_BETWEEN} of them in a row, which bounds the walk. A tree of characters in three arrays.
 *
 * <p>Texts are searched as codes of one byte a character: ASCII, and below zero for any other character, which no name
 * holds.
 */
final class SpellingTree {

    private static final int MAX_BETWEEN = 4;
    /** Makes a small letter of a capital one and leaves a digit as it is. */
    private static final int CASE = 'a' - 'A';

    /** Every ASCII character's child of the root, where nearly all searches end. */
    private final int[] starts = new int[128];

    /** For each of them, a bit for each character that may come next, by its low bits; rules out most words at once. */
    private final long[] seconds = new long[128];

    private static final int NONE = 0;
    private static final int ROOT = 0;

    private char[] labels = new char[256];
    private int[] firstChildren = new int[256];
    private int[] nextSiblings = new int[256];
    private boolean[] ends = new boolean[256];
    /** Node 0 is the root, so that 0 also means "no node" for children and siblings. */
    private int nodes = 1;

    void add(String name) {
        String letters = name.toLowerCase(Locale.ROOT);
        int node = 0;
        int first = NONE;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter < 128 && isLetterOrDigit((byte) letter)) {
                if (node != ROOT && first == NONE) {
                    seconds[labels[node]] |= 1L << letter;
                    first = node;
                }
                node = childOrNew(node, letter);
            }
        }
        ends[node] = node != 0;
    }

    private int childOrNew(int node, char label) {
        int child = child(node, label);
        if (child != NONE) {
            return child;
        }
        if (nodes == labels.length) {
            labels = Arrays.copyOf(labels, nodes * 2);
            firstChildren = Arrays.copyOf(firstChildren, nodes * 2);
            nextSiblings = Arrays.copyOf(nextSiblings, nodes * 2);
            ends = Arrays.copyOf(ends, nodes * 2);
        }
        labels[nodes] = label;
        nextSiblings[nodes] = firstChildren[node];
        firstChildren[node] = nodes;
        if (node == ROOT) {
            starts[label] = nodes;
        }
        return nodes++;
    }

    private int child(int node, char label) {
        if (node == ROOT) {
            return starts[label];
        }
        int child = firstChildren[node];
        while (child != NONE && labels[child] != label) {
            child = nextSiblings[child];
        }
        return child;
    }

    /**
     * Index behind the longest name that starts at {@code from} and is not followed by a letter or digit; -1 if there
     * is none.
     *
     * @param inList whether a comma, a semicolon or the end of the range has to follow, white space and closing marks
     *     left aside; these marks then count to the name
     */
    int longestEnd(byte[] text, int from, int to, boolean inList) {
        if (from + 1 < to
                && isLetterOrDigit(text[from])
                && isLetterOrDigit(text[from + 1])
                && (seconds[text[from] | CASE] >>> (text[from + 1] | CASE) & 1) == 0) {
            return -1;
        }
        int longest = -1;
        int node = 0;
        int at = from;
        while (at < to) {
            byte c = text[at];
            if (isLetterOrDigit(c)) {
                node = child(node, (char) (c | CASE));
                if (node == NONE) {
                    return longest;
                }
                at++;
                if (ends[node]) {
                    int end = inList ? endInList(text, at, to) : endOfWord(text, from, at, to);
                    longest = end >= 0 ? end : longest;
                }
            } else {
                int behind = skipBetween(text, at, to);
                if (node == 0 || behind - at > MAX_BETWEEN) {
                    return longest;
                }
                at = behind;
            }
        }
        return longest;
    }

    private static boolean isLetterOrDigit(byte c) {
        int lower = c | CASE;
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
    }

    private static int skipBetween(byte[] text, int from, int to) {
        int limit = Math.min(to, from + MAX_BETWEEN + 1);
        int at = from;
        while (at < limit && !isLetterOrDigit(text[at])) {
            at++;
        }
        return at;
    }

    /** The end of a name's last word, and of the bracket that it is in. */
    private static int endOfWord(byte[] text, int from, int at, int to) {
        if (at == to || text[at] != ')') {
            return at == to || !isLetterOrDigit(text[at]) ? at : -1;
        }
        int open = at;
        while (open > from && text[open] != '(') {
            open--;
        }
        return text[open] == '(' ? at + 1 : at;
    }

    private static int endInList(byte[] text, int from, int to) {
        int at = from;
        int limit = Math.min(to, from + MAX_BETWEEN + 1);
        while (at < limit && !isLetterOrDigit(text[at])) {
            if (text[at] == ',' || text[at] == ';') {
                return at;
            }
            at++;
        }
        return at == to ? at : -1;
    }
}
