package imr.spike;

import imr.avro.SpikeSeverity;

/** How far above normal a run is for sure, and how severe that is. */
final class Lift {

    /** One-sided 95 %. */
    private static final double Z = 1.645;

    private Lift() {}

    /**
     * By how much a run's rate is above normal at least: the lower end of its Wilson score interval, with as many items as
     * they are worth after scatter, less the share that was expected.
     *
     * @return 0.13 for 13 points; below 0 if it may well be no more than normal
     */
    static double lowerBound(Run run, double dispersion) {
        double items = run.items / dispersion;
        double rate = run.overturned / run.items;
        double z2 = Z * Z;
        double centre = rate + z2 / (2 * items);
        double half = Z * Math.sqrt(rate * (1 - rate) / items + z2 / (4 * items * items));
        return (centre - half) / (1 + z2 / items) - run.expected / run.items;
    }

    static SpikeSeverity severity(double lowerBound) {
        if (lowerBound >= 0.20) {
            return SpikeSeverity.CRITICAL;
        }
        return lowerBound >= 0.10 ? SpikeSeverity.HIGH : SpikeSeverity.WARNING;
    }
}
