package imr.cli;

import imr.cli.TableProblems.Place;
import imr.guideline.ReferenceProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One table of the reference as a verb was given it, in its order.
 *
 * @param origin what messages call the table
 * @param records by id
 */
record GivenTable<T extends SpecificRecord>(ReferenceKind<T> kind, String origin, Map<String, Given<T>> records) {

    /**
     * A record and where it comes from.
     *
     * @param whole whether it speaks of all its parts; else those that the topic has stay
     */
    record Given<T>(T value, Place place, boolean whole) {}

    /** The table that comes with the program. */
    static <T extends SpecificRecord> GivenTable<T> bundled(ReferenceKind<T> kind) {
        Map<String, Given<T>> records = new LinkedHashMap<>();
        String origin = "the bundled " + kind.name();
        for (T record : kind.bundled().get()) {
            String id = kind.id().apply(record);
            records.put(id, new Given<>(record, new Place(origin, id), true));
        }
        return new GivenTable<>(kind, origin, records);
    }

    /** The records alone. */
    List<T> values() {
        return records.values().stream().map(Given::value).toList();
    }

    /** The table with the parts that records don't speak of as the topic has them. */
    GivenTable<T> completedFrom(Map<String, T> present) {
        Map<String, Given<T>> completed = new LinkedHashMap<>();
        records.forEach((id, given) -> {
            T former = present.get(id);
            boolean complete = given.whole() || former == null;
            completed.put(
                    id,
                    complete ? given : new Given<>(kind.completed().apply(given.value(), former), given.place(), true));
        });
        return new GivenTable<>(kind, origin, completed);
    }

    /**
     * Checks what has to hold of all records together.
     *
     * @param beside records of the topic that stay beside this table's
     */
    void check(Map<String, T> beside, TableProblems problems) {
        List<T> together = new ArrayList<>(values());
        beside.forEach((id, record) -> {
            if (!records.containsKey(id)) {
                together.add(record);
            }
        });
        for (ReferenceProblem problem : kind.rules().apply(together)) {
            Given<T> given = records.get(problem.id());
            if (given != null) {
                problems.add(given.place(), problem.column(), problem.problem());
            }
        }
    }
}
