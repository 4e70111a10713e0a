package imr.spike;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the detector goes by. Rates are shares from 0 to 1, evidence is in nats, times are in days. */
public final class SpikeParameters {

    /** For windows of a day. */
    public static final SpikeParameters DAILY = new SpikeParameters(
            Arrays.stream(Name.values()).collect(Collectors.toMap(name -> name, name -> name.daily)));

    private final EnumMap<Name, Double> values;

    /** A parameter, with its value for windows of a day and the values that make sense. */
    private enum Name {
        DELTA(0.12, 0.01, 0.5),
        H(8, 1, 100),
        KAPPA(1, 0, 10),
        HALF_LIFE(60, 1, 10_000),
        PI0(0.10, 0.001, 0.69),
        N0(30, 1, 1e6),
        PHI0(2.5, 1, 100),
        B0(30, 1, 1e6),
        MIN_ITEMS(60, 0, 1e6),
        MIN_DAYS(14, 0, 10_000),
        MIN_RUN(30, 1, 1e6),
        RESOLVE(4, 0.1, 100),
        QUIET(2, 1, 1_000),
        NEW_NORMAL_DAYS(28, 1, 10_000),
        STALE_DAYS(30, 1, 10_000),
        HEAL(10, 1, 1_000),
        RING(8, 1, 10_000);

        private final double daily;
        private final double least;
        private final double most;

        Name(double daily, double least, double most) {
            this.daily = daily;
            this.least = least;
            this.most = most;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isWhole() {
            return this == QUIET || this == RING;
        }
    }

    private SpikeParameters(Map<Name, Double> values) {
        this.values = new EnumMap<>(values);
    }

    /**
     * The same but for one.
     *
     * @param name as in {@code half_life}
     * @throws IllegalArgumentException if there is no such parameter or the value is none for it, with a message for
     *     people
     */
    public SpikeParameters with(String name, String value) {
        for (Name one : Name.values()) {
            if (one.text().equals(name)) {
                Map<Name, Double> changed = new EnumMap<>(values);
                changed.put(one, checked(one, value));
                return new SpikeParameters(changed);
            }
        }
        throw new IllegalArgumentException("no parameter " + name + "; there are "
                + Arrays.stream(Name.values()).map(Name::text).collect(Collectors.joining(", ")));
    }

    private static double checked(Name name, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException word) {
            value = Double.NaN;
        }
        boolean fits = value >= name.least && value <= name.most && (!name.isWhole() || value == Math.rint(value));
        if (!fits) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s is \"%s\", but has to be a %snumber from %s to %s",
                    name.text(),
                    text,
                    name.isWhole() ? "whole " : "",
                    shown(name.least),
                    shown(name.most)));
        }
        return value;
    }

    private static String shown(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private double get(Name name) {
        return Objects.requireNonNull(values.get(name));
    }

    /** Smallest rise of interest; evidence is neutral at about half of it. */
    double delta() {
        return get(Name.DELTA);
    }

    /** Evidence at which an alert opens. */
    double threshold() {
        return get(Name.H);
    }

    /** Standard errors of the normal rate that are allowed in its favour. */
    double margin() {
        return get(Name.KAPPA);
    }

    /** Days after which a window counts half in the normal. */
    double halfLife() {
        return get(Name.HALF_LIFE);
    }

    /** Overturned share that a key without a past is taken to have. */
    double priorRate() {
        return get(Name.PI0);
    }

    /** Weight of that, in items. */
    double priorItems() {
        return get(Name.N0);
    }

    /** Dispersion that a key without a past is taken to have; 1 for independent items. */
    double priorDispersion() {
        return get(Name.PHI0);
    }

    /** Weight of that, in units of the items' binomial variance. */
    double priorVariance() {
        return get(Name.B0);
    }

    /** Items in the normal before a key can raise an alert. */
    double minItems() {
        return get(Name.MIN_ITEMS);
    }

    /** Days since a key's first window before it can. */
    double minDays() {
        return get(Name.MIN_DAYS);
    }

    /** Items in the run that fills the bucket before it can. */
    double minRun() {
        return get(Name.MIN_RUN);
    }

    /** Evidence for back to normal at which an alert closes. */
    double resolve() {
        return get(Name.RESOLVE);
    }

    /** Windows in a row that must give such evidence. */
    int quiet() {
        return (int) get(Name.QUIET);
    }

    /** Days after which an alert's rate is the normal. */
    double newNormalDays() {
        return get(Name.NEW_NORMAL_DAYS);
    }

    /** Days without a window after which an alert closes and a run ends. */
    double staleDays() {
        return get(Name.STALE_DAYS);
    }

    /** Evidence for a fallen rate at which the normal starts anew. */
    double heal() {
        return get(Name.HEAL);
    }

    /** Newest windows that may still be revised. */
    int ring() {
        return (int) get(Name.RING);
    }
}
