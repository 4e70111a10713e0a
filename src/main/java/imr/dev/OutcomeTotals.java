package imr.dev;

import imr.avro.Dimension;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.avro.WindowStep;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Outcomes summed over all days, from the latest record of each window. Not safe for use by several threads. */
final class OutcomeTotals {

    private final Map<OutcomeKey, OutcomeMetrics> days = new HashMap<>();

    /** Takes a record of the outcomes topic; windows that are not days are passed over, since days hold them. */
    void accept(OutcomeKey key, @Nullable OutcomeMetrics metrics) {
        if (key.getStep() != WindowStep.DAY) {
            return;
        }
        if (metrics == null) {
            days.remove(key);
        } else {
            days.put(key, metrics);
        }
    }

    /** Everything that was counted. */
    Total all() {
        return by(Dimension.ALL).stream().findFirst().orElse(new Total("ALL", 0, 0, 0, 0));
    }

    /** The values of a dimension, those with most items first. */
    List<Total> by(Dimension dimension) {
        return days.entrySet().stream()
                .filter(day -> day.getKey().getDimension() == dimension)
                .collect(Collectors.toMap(
                        day -> day.getKey().getValue(),
                        day -> Total.of(day.getKey().getValue(), day.getValue()),
                        Total::plus))
                .values()
                .stream()
                .filter(total -> total.items() > 0)
                .sorted(Comparator.comparingLong(Total::items).reversed().thenComparing(Total::value))
                .toList();
    }

    /**
     * Whether dimensions that have one value for every item hold all items: a commit that touches several partitions of
     * the outcomes shows in one before the other.
     */
    boolean settled() {
        long items = all().items();
        return items == items(Dimension.SERVICE_CATEGORY) && items == items(Dimension.TREATMENT);
    }

    private long items(Dimension dimension) {
        return by(dimension).stream().mapToLong(Total::items).sum();
    }

    /** Outcomes of one value, summed. */
    record Total(String value, long letters, long items, long upheld, long overturned) {

        private static Total of(String value, OutcomeMetrics metrics) {
            return new Total(
                    value, metrics.getLetters(), metrics.getItems(), metrics.getUpheld(), metrics.getOverturned());
        }

        private Total plus(Total other) {
            return new Total(
                    value,
                    letters + other.letters,
                    items + other.items,
                    upheld + other.upheld,
                    overturned + other.overturned);
        }
    }
}
