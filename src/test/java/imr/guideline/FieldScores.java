package imr.guideline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Precision and recall by field, and what was missed. Values come from the reference, never from a letter. */
final class FieldScores {

    private static final class Count {
        private int labelled;
        private int read;
        private int right;
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();

    /** Compares one value, null where there is none. */
    void compare(String field, String place, @Nullable Object gold, @Nullable Object read) {
        compare(field, place, gold == null ? List.of() : List.of(gold), read == null ? List.of() : List.of(read));
    }

    /** Compares several values of one place, whatever their order. */
    void compare(String field, String place, List<?> gold, List<?> read) {
        List<Object> missed = new ArrayList<>(gold);
        List<Object> extra = new ArrayList<>(read);
        for (Object value : gold) {
            if (extra.remove(value)) {
                missed.remove(value);
            }
        }
        Count count = counts.computeIfAbsent(field, any -> new Count());
        count.labelled += gold.size();
        count.read += read.size();
        count.right += gold.size() - missed.size();
        if (!missed.isEmpty() || !extra.isEmpty()) {
            misses.add(place + ", " + field + ": expected " + missed + ", read " + extra);
        }
    }

    /** Share of what was labelled that was read right. */
    double recall(String field) {
        Count count = counts.get(field);
        return count == null ? 0 : share(count.right, count.labelled);
    }

    /** Share of what was read that is right. */
    double precision(String field) {
        Count count = counts.get(field);
        return count == null ? 0 : share(count.right, count.read);
    }

    void print(String title) {
        System.out.printf(
                Locale.ROOT, "%n%-22s %8s %8s %8s %10s %8s%n", title, "labels", "read", "right", "precision", "recall");
        counts.forEach((field, count) -> System.out.printf(
                Locale.ROOT,
                "%-22s %8d %8d %8d %10.3f %8.3f%n",
                field,
                count.labelled,
                count.read,
                count.right,
                precision(field),
                recall(field)));
        misses.forEach(miss -> System.out.println("  " + miss));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
