package imr.dev;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Which earlier versions a new schema must get along with, and in which direction. Constants as in the REST API. */
enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    CompatibilityLevel(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    static CompatibilityLevel named(String name) throws RegistryException {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RegistryException(
                        RegistryException.INVALID_LEVEL,
                        "Invalid compatibility level. Valid values are " + Arrays.toString(values())));
    }

    /**
     * What speaks against a schema after these earlier ones; empty when nothing does.
     *
     * @param history the subject's schemas, oldest first
     */
    List<String> objections(Schema candidate, List<Schema> history) {
        List<Schema> relevant =
                transitive || history.isEmpty() ? history : history.subList(history.size() - 1, history.size());
        List<String> objections = new ArrayList<>();
        for (Schema earlier : relevant) {
            if (newReadsOld) {
                objections.addAll(unreadable(candidate, earlier, "the new schema cannot read the old one's data"));
            }
            if (oldReadsNew) {
                objections.addAll(unreadable(earlier, candidate, "the old schema cannot read the new one's data"));
            }
        }
        return objections;
    }

    private static List<String> unreadable(Schema reader, Schema writer, String consequence) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(found -> consequence + ": " + found.getType() + " at " + found.getLocation())
                .toList();
    }
}
