package imr.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Spelling {
    private static final int MOST_EDITS = 3;
    private static final int LETTERS_AN_EDIT = 4;

    private Spelling() {}

    /** The nearest of the known names, if it is so near that the given one looks like a slip. */
    static Optional<String> nearest(String given, Collection<String> known) {
        int allowed = Math.min(MOST_EDITS, given.length() / LETTERS_AN_EDIT);
        return known.stream()
                .filter(name -> edits(given, name) <= allowed)
                .min(Comparator.<String>comparingInt(name -> edits(given, name)).thenComparing(name -> name));
    }

    /** Letters to insert, delete or replace to get from one to the other (Levenshtein). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
