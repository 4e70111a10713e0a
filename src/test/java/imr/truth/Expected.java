package imr.truth;

import imr.avro.OutcomeMetrics;

/** What a window must say. */
public final class Expected {

    /** Of the standard normal distribution, for an interval of 95 %. */
    private static final double Z = 1.959963984540054;

    private static final double ROUNDING = 1e-12;

    long letters;
    long items;
    long upheld;
    long overturned;

    /** Whether the metrics say the same: counts exactly, the interval by the textbook's formula. */
    public boolean matches(OutcomeMetrics metrics) {
        return metrics.getLetters() == letters
                && metrics.getItems() == items
                && metrics.getUpheld() == upheld
                && metrics.getOverturned() == overturned
                && matchesRate(metrics);
    }

    private boolean matchesRate(OutcomeMetrics metrics) {
        double n = items;
        double rate = overturned / n;
        double centre = rate + Z * Z / (2 * n);
        double margin = Z * Math.sqrt(rate * (1 - rate) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return metrics.getOverturnRate() == rate
                && near(metrics.getOverturnRateLow(), (centre - margin) / scale)
                && near(metrics.getOverturnRateHigh(), (centre + margin) / scale);
    }

    private static boolean near(double actual, double expected) {
        return Math.abs(actual - expected) <= ROUNDING;
    }

    public long letters() {
        return letters;
    }

    public long items() {
        return items;
    }

    public long upheld() {
        return upheld;
    }

    public long overturned() {
        return overturned;
    }

    @Override
    public String toString() {
        return "letters=" + letters + " items=" + items + " upheld=" + upheld + " overturned=" + overturned;
    }
}
