package imr.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Spelling {
    private static final int MOST_EDITS = 3;
    private static final int LETTERS_AN_EDIT = 4;

    private Spelling() {}

    /** The nearest of the known names, if it is so near that the given one looks like a slip. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        int allowed = Math.min(MOST_EDITS, given.length() / LETTERS_AN_EDIT);
        return known.stream()
                .filter(name -> edits(given, name) <= allowed)
                .min(Comparator.<String>comparingInt(name -> edits(given, name)).thenComparing(name -> name));
    }

    /** Letters to insert, delete, replace or swap with the next to get from one to the other. */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edits(edits, from, i, to, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int edits(int[][] edits, String from, int i, String to, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int fewest = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(fewest, 1 + edits[i - 2][j - 2]) : fewest;
    }
}
