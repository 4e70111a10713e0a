package imr.spike;

/** The normal: a key's items and overturned items, fading with time. */
final class Baseline {

    double overturned;
    double items;

    void fade(double factor) {
        overturned *= factor;
        items *= factor;
    }

    void add(double moreOverturned, double moreItems) {
        overturned += moreOverturned;
        items += moreItems;
    }

    void startAnew(double newOverturned, double newItems) {
        overturned = newOverturned;
        items = newItems;
    }

    /** Normal rate, pulled towards what keys without a past are taken to have. */
    double rate(SpikeParameters parameters) {
        return (overturned + parameters.priorRate() * parameters.priorItems()) / (items + parameters.priorItems());
    }

    /** The rate with its uncertainty allowed for: what is to be called normal until there is evidence to the contrary. */
    double allowedRate(double rate, double dispersion, SpikeParameters parameters) {
        double standardError = Math.sqrt(dispersion * rate * (1 - rate) / (items + parameters.priorItems()));
        return Math.min(rate + parameters.margin() * standardError, 0.7);
    }

    void become(Baseline other) {
        overturned = other.overturned;
        items = other.items;
    }
}
