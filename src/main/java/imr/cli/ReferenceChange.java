package imr.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * What publishing a table would do to its topic.
 *
 * @param topic the topic's name
 * @param written records to be written by id, the new ones and the changed ones
 * @param missing ids that the topic has and the table doesn't
 * @param prune whether those are deleted
 * @param lines the change for people, a line each
 * @param summary the same in numbers
 */
record ReferenceChange<T extends SpecificRecord>(
        ReferenceKind<T> kind,
        String topic,
        Map<String, T> written,
        List<String> missing,
        boolean prune,
        List<String> lines,
        String summary) {

    /** Compares a table with what its topic holds. */
    static <T extends SpecificRecord> ReferenceChange<T> between(
            Map<String, T> present, GivenTable<T> table, String topic, boolean prune) {
        Map<String, T> written = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        int changed = 0;
        for (Map.Entry<String, GivenTable.Given<T>> given : table.records().entrySet()) {
            String id = given.getKey();
            T now = given.getValue().value();
            T before = present.get(id);
            if (before == null) {
                written.put(id, now);
                if (!present.isEmpty()) {
                    lines.add("+ " + id);
                }
            } else if (!before.equals(now)) {
                written.put(id, now);
                changed++;
                lines.add("~ " + id);
                RecordChange.lines(before, now).forEach(line -> lines.add("    " + line));
            }
        }
        if (present.isEmpty()) {
            lines.add("+ all " + written.size() + " (the topic is empty)");
        }
        List<String> missing = present.keySet().stream()
                .filter(id -> !table.records().containsKey(id))
                .toList();
        missing.forEach(id -> lines.add(prune ? "- " + id : "  " + id + " is only in the topic and stays"));
        String summary = "%s: %d new, %d changed, %d the same, %d only in the topic%s"
                .formatted(
                        topic,
                        written.size() - changed,
                        changed,
                        table.records().size() - written.size(),
                        missing.size(),
                        missing.isEmpty() ? "" : prune ? " (deleted)" : " (kept; --prune deletes them)");
        return new ReferenceChange<>(table.kind(), topic, written, missing, prune, lines, summary);
    }

    /** How many records are to be sent, with those that delete. */
    int size() {
        return written.size() + (prune ? missing.size() : 0);
    }
}
