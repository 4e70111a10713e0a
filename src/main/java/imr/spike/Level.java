package imr.spike;

import imr.avro.SpikeCloseReason;
import imr.avro.SpikeLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key's detector: its windows, folded one by one in the order of their starts.
 *
 * <p>The bucket holds evidence for a rate that is {@code delta} higher than normal, summed over windows and never less than
 * none. A window near the normal rate empties it, and windows well above fill it; when it holds the threshold, an alert
 * opens. Items of a letter are decided together, so evidence is divided by how much the key's days scatter.
 */
final class Level {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    final Baseline normal = new Baseline();
    final Dispersion scatter = new Dispersion();
    final Run run = new Run();
    final Mirror mirror = new Mirror();
    final OpenAlert alert = new OpenAlert();
    double bucket;
    double rate;
    double dispersion;
    long first = Long.MIN_VALUE;
    long last = Long.MIN_VALUE;

    /**
     * Takes the next window.
     *
     * @param start of the window, milliseconds since 1970, after all before
     * @param upheld items of the window; it has at least one item in all
     * @param overturned items of the window
     * @param closed takes the alert that ends here, if one does
     */
    void fold(long start, double upheld, double overturned, SpikeParameters parameters, List<Episode> closed) {
        double items = upheld + overturned;
        if (first == Long.MIN_VALUE) {
            first = start;
        } else {
            if (isStaleAt(start, parameters)) {
                endStale(parameters, closed);
            }
            fade(days(last, start), parameters);
            if (day(last) != day(start)) {
                scatter.endDay(alert.open, run, parameters);
            }
        }
        last = start;
        rate = normal.rate(parameters);
        dispersion = scatter.factor(parameters);
        scatter.observe(overturned, items, rate);

        double allowed = normal.allowedRate(rate, dispersion, parameters);
        double raised = Math.min(allowed + parameters.delta(), 0.95);
        if (alert.open) {
            goOn(start, upheld, overturned, allowed, raised, parameters, closed);
        } else if (isLearning(start, parameters)) {
            run.mergeInto(normal, scatter);
            normal.add(overturned, items);
            bucket = 0;
            mirror.clear();
        } else {
            double evidence = evidence(upheld, overturned, raised, allowed);
            pour(start, overturned, items, evidence, parameters);
            if (!alert.open) {
                double fallen = allowed - Math.min(parameters.delta(), allowed / 2);
                reflect(overturned, items, evidence(upheld, overturned, fallen, allowed), parameters);
            }
        }
    }

    /** Evidence for one rate against another, nats. */
    private double evidence(double upheld, double overturned, double rateFor, double rateAgainst) {
        return (overturned * StrictMath.log(rateFor / rateAgainst)
                        + upheld * StrictMath.log((1 - rateFor) / (1 - rateAgainst)))
                / dispersion;
    }

    private void fade(double days, SpikeParameters parameters) {
        double factor = StrictMath.pow(2, -days / parameters.halfLife());
        normal.fade(factor);
        scatter.fade(factor);
    }

    private boolean isLearning(long start, SpikeParameters parameters) {
        return normal.items < parameters.minItems() || days(first, start) < parameters.minDays();
    }

    private void pour(long start, double overturned, double items, double evidence, SpikeParameters parameters) {
        bucket = Math.max(0, bucket + evidence);
        if (bucket == 0) {
            run.mergeInto(normal, scatter);
            normal.add(overturned, items);
            return;
        }
        run.add(start, overturned, items, rate, evidence);
        if (bucket >= parameters.threshold() && run.items >= parameters.minRun()) {
            bucket = parameters.threshold();
            mirror.clear();
            alert.open(start, run, dispersion);
        }
    }

    private void reflect(double overturned, double items, double evidence, SpikeParameters parameters) {
        mirror.add(overturned, items, evidence);
        if (mirror.evidence >= parameters.heal()) {
            normal.startAnew(mirror.overturned, mirror.items);
            bucket = 0;
            run.clear();
            mirror.clear();
        }
    }

    /** A window while an alert is open. The normal is frozen, but for that it fades. */
    private void goOn(
            long start,
            double upheld,
            double overturned,
            double allowed,
            double raised,
            SpikeParameters parameters,
            List<Episode> closed) {
        double items = upheld + overturned;
        double forAlert = evidence(upheld, overturned, Math.max(alert.rate, raised), allowed);
        bucket = Math.min(parameters.threshold(), bucket + forAlert);
        run.add(start, overturned, items, rate, evidence(upheld, overturned, raised, allowed));
        alert.add(overturned, items, forAlert < 0);
        alert.judge(run, dispersion);
        if (bucket <= parameters.threshold() - parameters.resolve() && alert.quiet >= parameters.quiet()) {
            end(start, SpikeCloseReason.RESOLVED, closed);
        } else if (days(alert.opened, start) >= parameters.newNormalDays()) {
            normal.startAnew(alert.overturned, alert.items);
            end(start, SpikeCloseReason.NEW_NORMAL, closed);
        }
    }

    private boolean isStaleAt(long time, SpikeParameters parameters) {
        return last != Long.MIN_VALUE && days(last, time) >= parameters.staleDays();
    }

    private void endStale(SpikeParameters parameters, List<Episode> closed) {
        if (alert.open) {
            end(last + (long) (parameters.staleDays() * (double) DAY_MILLIS), SpikeCloseReason.STALE, closed);
        } else {
            run.mergeInto(normal, scatter);
        }
        bucket = 0;
        mirror.clear();
    }

    private void end(long time, SpikeCloseReason reason, List<Episode> closed) {
        closed.add(episode(time, reason));
        bucket = 0;
        run.clear();
        alert.clear();
    }

    /** The alert that is open, or null. */
    @Nullable
    Episode openEpisode() {
        return alert.open ? episode(null, null) : null;
    }

    private Episode episode(@Nullable Long closed, @Nullable SpikeCloseReason reason) {
        return new Episode(
                alert.opened,
                closed,
                reason,
                run.start,
                alert.severity,
                run.overturned,
                run.items,
                rate,
                run.expected,
                alert.liftLowerBound,
                run.evidence,
                dispersion);
    }

    /** In UTC, whatever the windows' zone: days of scatter have to be apart, not to be anybody's. */
    private static long day(long time) {
        return Math.floorDiv(time, DAY_MILLIS);
    }

    private static double days(long from, long to) {
        return (to - from) / (double) DAY_MILLIS;
    }

    /** For the store; null before the first window. */
    @Nullable
    SpikeLevel state() {
        if (first == Long.MIN_VALUE) {
            return null;
        }
        return SpikeLevel.newBuilder()
                .setFirst(Instant.ofEpochMilli(first))
                .setLast(Instant.ofEpochMilli(last))
                .setNormalOverturned(normal.overturned)
                .setNormalItems(normal.items)
                .setSquares(scatter.squares)
                .setVariance(scatter.variance)
                .setDayDeviation(scatter.dayDeviation)
                .setDayVariance(scatter.dayVariance)
                .setBucket(bucket)
                .setRate(rate)
                .setDispersion(dispersion)
                .setRun(run.state())
                .setMirror(mirror.state())
                .setAlert(alert.state())
                .build();
    }

    /** From the store. */
    static Level of(@Nullable SpikeLevel state) {
        Level level = new Level();
        if (state != null) {
            level.first = state.getFirst().toEpochMilli();
            level.last = state.getLast().toEpochMilli();
            level.normal.startAnew(state.getNormalOverturned(), state.getNormalItems());
            level.scatter.add(state.getSquares(), state.getVariance());
            level.scatter.dayDeviation = state.getDayDeviation();
            level.scatter.dayVariance = state.getDayVariance();
            level.bucket = state.getBucket();
            level.rate = state.getRate();
            level.dispersion = state.getDispersion();
            level.run.read(state.getRun());
            level.mirror.read(state.getMirror());
            level.alert.read(state.getAlert());
        }
        return level;
    }

    void become(Level other) {
        normal.become(other.normal);
        scatter.become(other.scatter);
        run.become(other.run);
        mirror.become(other.mirror);
        alert.become(other.alert);
        bucket = other.bucket;
        rate = other.rate;
        dispersion = other.dispersion;
        first = other.first;
        last = other.last;
    }
}
