package imr.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Several values in one cell of a table: {@code |} stands between them. Within a value it is written {@code \|}, and a
 * backslash before one of these two is written twice.
 */
final class CellList {

    private static final char BETWEEN = '|';
    private static final char ESCAPE = '\\';

    private CellList() {}

    /** Writes values into a cell. */
    static String join(List<String> values) {
        StringBuilder cell = new StringBuilder();
        for (String value : values) {
            if (!cell.isEmpty()) {
                cell.append(' ').append(BETWEEN).append(' ');
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == BETWEEN || (c == ESCAPE && escapes(value, i + 1))) {
                    cell.append(ESCAPE);
                }
                cell.append(c);
            }
        }
        return cell.toString();
    }

    /** Reads the values of a cell, without the white space around them. */
    static List<String> split(String cell) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == BETWEEN) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c == ESCAPE && escapes(cell, i + 1) ? cell.charAt(++i) : c);
            }
        }
        values.add(value.toString().strip());
        return values;
    }

    private static boolean escapes(String text, int at) {
        return at < text.length() && (text.charAt(at) == BETWEEN || text.charAt(at) == ESCAPE);
    }
}
