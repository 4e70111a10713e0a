package imr.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of marks below a row of text: a bar under each field with the field's name in it, behind it or before it. Marks that would
 * touch each other go on rows of their own, the inner ones below the outer.
 */
final class MarkRows {

    private static final int GAP = 2;

    private final Ink ink;
    private final int width;
    private final List<List<Piece>> rows = new ArrayList<>();

    MarkRows(Ink ink, int width) {
        this.ink = ink;
        this.width = width;
    }

    private record Piece(int column, String text, boolean warning) {
        int end() {
            return column + text.length();
        }
    }

    /**
     * Puts a field's mark below columns of the text.
     *
     * @param opens whether the field begins here
     * @param closes whether it ends here
     */
    void field(String name, int from, int to, boolean opens, boolean closes) {
        String bar = ink.bar(to - from, opens, closes);
        if (bar.length() >= name.length() + 4) {
            String rest = bar.substring(name.length() + 3);
            place(new Piece(from, bar.charAt(0) + " " + name + " " + rest, false));
        } else {
            place(beside(bar, from, name, false));
        }
    }

    /** Puts a warning below a column of the text. */
    void warning(String code, int column) {
        place(beside("^", column, "! " + code, true));
    }

    private Piece beside(String bar, int from, String name, boolean warning) {
        boolean behind = from + bar.length() + 1 + name.length() <= width;
        return behind
                ? new Piece(from, bar + " " + name, warning)
                : new Piece(from - name.length() - 1, name + " " + bar, warning);
    }

    private void place(Piece piece) {
        for (List<Piece> row : rows) {
            if (row.stream().allMatch(other -> areApart(other, piece))) {
                row.add(piece);
                return;
            }
        }
        List<Piece> row = new ArrayList<>();
        row.add(piece);
        rows.add(row);
    }

    private static boolean areApart(Piece one, Piece other) {
        return one.end() + GAP <= other.column() || other.end() + GAP <= one.column();
    }

    /** The rows from top to bottom, without space at their ends. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<Piece> row : rows) {
            row.sort((one, other) -> Integer.compare(one.column(), other.column()));
            StringBuilder line = new StringBuilder();
            int column = 0;
            for (Piece piece : row) {
                line.append(" ".repeat(piece.column() - column));
                line.append(piece.warning() ? ink.warning(piece.text()) : ink.field(piece.text()));
                column = piece.end();
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
