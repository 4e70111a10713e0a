package imr.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What the place that text is printed to can show.
 *
 * @param colour escape sequences for colours; on a terminal alone, and never where {@code NO_COLOR} is set
 * @param lines characters that lines are drawn of; ASCII in their place elsewhere
 */
record Ink(boolean colour, boolean lines) {

    static Ink ofProcess() {
        String encoding = System.getProperty("native.encoding", "");
        return of(Console.isTerminal(), System.getenv(), encoding);
    }

    static Ink of(boolean terminal, Map<String, String> environment, String encoding) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean unicode = encoding.toUpperCase(Locale.ROOT).equals(StandardCharsets.UTF_8.name());
        return new Ink(terminal && wanted && !dumb, unicode);
    }

    String field(String text) {
        return painted("36", text);
    }

    String warning(String text) {
        return painted("1;33", text);
    }

    String heading(String text) {
        return painted("1", text);
    }

    private String painted(String colour, String text) {
        return this.colour ? "\u001B[" + colour + "m" + text + "\u001B[0m" : text;
    }

    /** Beside a row of text. */
    char side() {
        return lines ? '\u2502' : '|';
    }

    /** Beside a row that is within a field from one end to the other. */
    char sideWithin() {
        return lines ? '\u2503' : '#';
    }

    /** Below a stretch of text; arrows where it comes from the row above or goes on in the next. */
    String bar(int length, boolean opens, boolean closes) {
        if (length == 1) {
            return "^";
        }
        String first = !opens ? ">" : lines ? "\u2514" : "^";
        String last = !closes ? ">" : lines ? "\u2518" : "^";
        return first + rule(length - 2) + last;
    }

    String rule(int length) {
        return (lines ? "\u2500" : "-").repeat(length);
    }
}
