package imr.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import imr.avro.OutcomeMetrics;
import imr.avro.Tally;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private static final Instant END = Instant.parse("2017-02-15T08:00:00Z");

    @Test
    void givesTheRateWithItsWilsonInterval() {
        OutcomeMetrics metrics = Outcomes.metrics(new Tally(60L, 80L, 57L, 23L, 5L, 9L), END);

        // (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with p = 23/80 and z = 1.959964
        assertThat(metrics.getOverturnRate()).isEqualTo(0.2875);
        assertThat(metrics.getOverturnRateLow()).isCloseTo(0.199869, within(1e-6));
        assertThat(metrics.getOverturnRateHigh()).isCloseTo(0.394603, within(1e-6));
        assertThat(metrics.getWindowEnd()).isEqualTo(END);
        assertThat(metrics.getFirstEventTime()).isEqualTo(Instant.ofEpochMilli(5));
        assertThat(metrics.getLastEventTime()).isEqualTo(Instant.ofEpochMilli(9));
    }

    @Test
    void theIntervalStaysWithinBoundsAtTheEdges() {
        OutcomeMetrics none = Outcomes.metrics(new Tally(1L, 3L, 3L, 0L, 0L, 0L), END);
        OutcomeMetrics all = Outcomes.metrics(new Tally(1L, 3L, 0L, 3L, 0L, 0L), END);

        assertThat(none.getOverturnRateLow()).isZero();
        assertThat(none.getOverturnRateHigh()).isBetween(0.5, 0.6);
        assertThat(all.getOverturnRateLow()).isBetween(0.4, 0.5);
        assertThat(all.getOverturnRateHigh()).isEqualTo(1);
    }

    @Test
    void aWindowWithoutItemsHasNoRate() {
        OutcomeMetrics metrics = Outcomes.metrics(new Tally(0L, 0L, 0L, 0L, 5L, 9L), END);

        assertThat(metrics.getOverturnRate()).isNull();
        assertThat(metrics.getOverturnRateLow()).isNull();
        assertThat(metrics.getOverturnRateHigh()).isNull();
    }

    @Test
    void sumsAddUpAndSpanAllEventTimes() {
        Tally tally = new Tally(2L, 3L, 2L, 1L, 100L, 200L);

        assertThat(Outcomes.sum(null, tally)).isEqualTo(tally);
        assertThat(Outcomes.sum(tally, new Tally(-1L, -2L, -1L, -1L, 50L, 150L)))
                .isEqualTo(new Tally(1L, 1L, 1L, 0L, 50L, 200L));
    }
}
