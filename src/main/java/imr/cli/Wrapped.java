package imr.cli;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines at spaces; a word that is longer than a line is cut. */
final class Wrapped {

    private Wrapped() {}

    static List<String> at(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
