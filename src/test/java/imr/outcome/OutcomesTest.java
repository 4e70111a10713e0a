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
        OutcomeMetrics metrics = Outcomes.metrics(new Tally(60L, 80L, 57L, 23L), END);

        // (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with p = 23/80 and z = 1.959964
        assertThat(metrics.getOverturnRate()).isEqualTo(0.2875);
        assertThat(metrics.getOverturnRateLow()).isCloseTo(0.199869, within(1e-6));
        assertThat(metrics.getOverturnRateHigh()).isCloseTo(0.394603, within(1e-6));
        assertThat(metrics.getWindowEnd()).isEqualTo(END);
    }

    @Test
    void theIntervalStaysWithinBoundsAtTheEdges() {
        OutcomeMetrics none = Outcomes.metrics(new Tally(1L, 3L, 3L, 0L), END);
        OutcomeMetrics all = Outcomes.metrics(new Tally(1L, 3L, 0L, 3L), END);

        assertThat(none.getOverturnRateLow()).isZero();
        assertThat(none.getOverturnRateHigh()).isBetween(0.5, 0.6);
        assertThat(all.getOverturnRateLow()).isBetween(0.4, 0.5);
        assertThat(all.getOverturnRateHigh()).isEqualTo(1);
    }

    @Test
    void sumsAddUpAndAWindowWithoutLettersIsNone() {
        Tally tally = new Tally(2L, 3L, 2L, 1L);

        assertThat(Outcomes.sum(null, tally)).isEqualTo(tally);
        assertThat(Outcomes.sum(tally, new Tally(-1L, -2L, -1L, -1L))).isEqualTo(new Tally(1L, 1L, 1L, 0L));
        assertThat(Outcomes.sum(tally, new Tally(-2L, -3L, -2L, -1L))).isNull();
        assertThat(Outcomes.sum(null, new Tally(0L, 0L, 0L, 0L))).isNull();
    }
}
