package imr.reference;

/** Comparing printed names that may be damaged: lost or added spaces, changed case, a wrong or missing letter. */
public final class Spelling {
    private Spelling() {}

    /**
     * Reduces a name to what survives extraction from a printed page: its letters and digits, in lower case, with
     * {@code &} read as "and".
     */
    public static String letters(CharSequence name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(Character.toLowerCase(c));
            } else if (c == '&') {
                letters.append("and");
            }
        }
        return letters.toString();
    }

    /**
     * Tidies a name without mending it: runs of white space become one space, case is folded, {@code &} is read as
     * "and", and a full stop or comma at the end is dropped.
     */
    public static String tidy(CharSequence name) {
        StringBuilder tidy = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                    tidy.append(' ');
                }
            } else if (c == '&') {
                tidy.append("and");
            } else {
                tidy.append(Character.toLowerCase(c));
            }
        }
        int end = tidy.length();
        while (end > 0 && " .,;:".indexOf(tidy.charAt(end - 1)) >= 0) {
            end--;
        }
        return tidy.substring(0, end);
    }

    /** Returns how many wrong letters a name of this length may have and still be mended: none in a short one. */
    public static int tolerance(int length) {
        if (length < 7) {
            return 0;
        }
        return length < 12 ? 1 : 2;
    }

    /**
     * Tells whether two names differ by at most {@code limit} edits: a letter added, lost, changed, or two neighbours
     * swapped.
     */
    public static boolean within(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return false;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int edits = Math.min(Math.min(last[j], current[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits = Math.min(edits, beforeLast[j - 2] + 1);
                }
                current[j] = edits;
                best = Math.min(best, edits);
            }
            if (best > limit) {
                return false;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[b.length()] <= limit;
    }
}
