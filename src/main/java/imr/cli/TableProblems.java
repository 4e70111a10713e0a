package imr.cli;

import java.util.LinkedHashSet;
import java.util.Set;

/** What is wrong with tables of the user's own: all of it, so that it can be mended in one go. */
final class TableProblems {

    private final Set<String> lines = new LinkedHashSet<>();

    /** A place in a file, for example {@code own.csv line 12} or {@code own.json record 3}. */
    record Place(String file, String position) {
        @Override
        public String toString() {
            return position.isEmpty() ? file : file + " " + position;
        }
    }

    void add(Place place, String problem) {
        lines.add(place + ": " + problem);
    }

    void add(Place place, String column, String problem) {
        add(place, column + ": " + problem);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Does nothing if nothing is wrong. */
    void stop() throws CommandFailed {
        if (!lines.isEmpty()) {
            String count = lines.size() == 1 ? "1 problem" : lines.size() + " problems";
            throw new CommandFailed(String.join("\n", lines) + "\n" + count + "; nothing was done");
        }
    }
}
