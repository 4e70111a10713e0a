package imr.dev;

import java.io.PrintStream;
import java.util.List;

/** Shows lines as they come, and a picture that is drawn again in its place where the output is a terminal. */
final class DemoScreen {

    private static final String HOME_AND_CLEAR = "\u001B[H\u001B[2J";

    private final PrintStream out;
    private final boolean terminal;

    DemoScreen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    boolean isTerminal() {
        return terminal;
    }

    void say(String line) {
        say(List.of(line));
    }

    void say(List<String> lines) {
        show("", lines);
    }

    /** Shows a picture in place of everything on a terminal, else below what was shown before. */
    void draw(List<String> lines) {
        show(terminal ? HOME_AND_CLEAR : "", lines);
    }

    private void show(String start, List<String> lines) {
        StringBuilder text = new StringBuilder(start);
        for (String line : lines) {
            text.append(line).append(System.lineSeparator());
        }
        out.print(text);
        out.flush();
    }
}
