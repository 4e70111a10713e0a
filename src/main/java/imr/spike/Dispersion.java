package imr.spike;

/**
 * How much more a key's days scatter than tosses of a coin, since the items of a letter are decided together: squared
 * deviations of whole days over the variance that independent items would have, both fading with time.
 */
final class Dispersion {

    double squares;
    double variance;

    /** Of the day that is not over. */
    double dayDeviation;

    double dayVariance;

    void fade(double factor) {
        squares *= factor;
        variance *= factor;
    }

    void add(double moreSquares, double moreVariance) {
        squares += moreSquares;
        variance += moreVariance;
    }

    /** At least 1, which is independent items; pulled towards what keys without a past are taken to have. */
    double factor(SpikeParameters parameters) {
        double prior = parameters.priorVariance();
        return Math.max(1, (squares + parameters.priorDispersion() * prior) / (variance + prior));
    }

    /**
     * Takes the day that is over: to the run if there is one, since it may turn out to be no part of the normal. A day in
     * which an alert is open doesn't count. One day alone counts for some three standard deviations at the most.
     */
    void endDay(boolean alertIsOpen, Run run, SpikeParameters parameters) {
        if (!alertIsOpen) {
            double square = Math.min(dayDeviation * dayDeviation, 9 * factor(parameters) * dayVariance + 4);
            if (run.isEmpty()) {
                add(square, dayVariance);
            } else {
                run.addDay(square, dayVariance);
            }
        }
        dayDeviation = 0;
        dayVariance = 0;
    }

    void observe(double overturned, double items, double rate) {
        dayDeviation += overturned - items * rate;
        dayVariance += items * rate * (1 - rate);
    }

    void become(Dispersion other) {
        squares = other.squares;
        variance = other.variance;
        dayDeviation = other.dayDeviation;
        dayVariance = other.dayVariance;
    }
}
