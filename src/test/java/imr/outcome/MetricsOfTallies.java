package imr.outcome;

import imr.avro.OutcomeMetrics;
import imr.avro.Tally;
import imr.avro.WindowStep;
import java.time.Instant;
import java.time.ZoneId;

/** What the benchmarks' own pipelines share with the outcome stage: a window's metrics from its tally. */
public final class MetricsOfTallies {

    private final WindowEnd windowEnd;

    public MetricsOfTallies(ZoneId zone) {
        this.windowEnd = new WindowEnd(zone);
    }

    public OutcomeMetrics of(Tally tally, WindowStep step, Instant start) {
        return Outcomes.metrics(tally, windowEnd.of(step, start));
    }

    public static Tally sum(Tally tally, Tally change) {
        return Outcomes.sum(tally, change);
    }
}
