package imr.bench;

import imr.avro.Dimension;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.avro.WindowStep;
import imr.config.Settings.Counting;
import imr.dev.letters.LetterTruth;
import imr.truth.Expected;
import imr.truth.TruthModel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every window must say, by the model that shares no code with the stages. Each letter here is the only one of its
 * case, so the model is asked for some letters at a time, and doesn't have to keep three million of them.
 */
final class Totals {

    private static final int AT_A_TIME = 1_000;

    private final ZoneId zone;
    private final Set<String> claimsAdministrators;
    private final Map<Window, Counts> windows = new HashMap<>();
    private TruthModel model;
    private int inModel;

    Totals(ZoneId zone, Set<String> claimsAdministrators) {
        this.zone = zone;
        this.claimsAdministrators = claimsAdministrators;
        this.model = new TruthModel(zone, claimsAdministrators);
    }

    static Totals of(Counting counting) {
        return new Totals(counting.zone(), counting.claimsAdministrators());
    }

    /** A window of a series; its own type, since the hash code of the Avro type walks its schema. */
    record Window(Dimension dimension, String value, WindowStep step, Instant start) {
        static Window of(OutcomeKey key) {
            return new Window(key.getDimension(), key.getValue(), key.getStep(), key.getWindowStart());
        }
    }

    /** What is counted in a window. */
    record Counts(long letters, long items, long upheld, long overturned) {
        static Counts of(OutcomeMetrics metrics) {
            return new Counts(metrics.getLetters(), metrics.getItems(), metrics.getUpheld(), metrics.getOverturned());
        }

        private static Counts of(Expected expected) {
            return new Counts(expected.letters(), expected.items(), expected.upheld(), expected.overturned());
        }

        private Counts plus(Counts other) {
            return new Counts(
                    letters + other.letters, items + other.items, upheld + other.upheld, overturned + other.overturned);
        }
    }

    void count(LetterTruth letter, @Nullable String claimsAdministrator, Instant eventTime) {
        model.count(letter, claimsAdministrator, eventTime);
        if (++inModel == AT_A_TIME) {
            empty();
        }
    }

    private void empty() {
        model.outcomes().forEach((key, expected) -> windows.merge(Window.of(key), Counts.of(expected), Counts::plus));
        model = new TruthModel(zone, claimsAdministrators);
        inModel = 0;
    }

    /** How many windows say something else than expected, are missing, or should not be there. */
    long wrong(Map<Window, Counts> actual) {
        empty();
        long differing = windows.entrySet().stream()
                .filter(window -> !window.getValue().equals(actual.get(window.getKey())))
                .count();
        long unexpected = actual.keySet().stream()
                .filter(window -> !windows.containsKey(window))
                .count();
        return differing + unexpected;
    }
}
