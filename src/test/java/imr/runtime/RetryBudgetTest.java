package imr.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void waitsDoubleUpToHalfAMinuteUntilTheLimit() {
        var budget = new RetryBudget(Duration.ofMinutes(2), now::get);

        List<Long> waits = new ArrayList<>();
        for (Optional<Duration> wait = budget.nextWait(); wait.isPresent(); wait = budget.nextWait()) {
            waits.add(wait.get().toSeconds());
            now.addAndGet(wait.get().toNanos());
        }

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 29L);
    }

    @Test
    void aLongQuietTimeStartsANewRow() {
        var budget = new RetryBudget(Duration.ofSeconds(2), now::get);
        budget.nextWait();
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(budget.nextWait()).isEmpty();

        now.addAndGet(Duration.ofMinutes(6).toNanos());

        assertThat(budget.nextWait()).contains(Duration.ofSeconds(1));
    }

    @Test
    void withoutALimitNothingIsTriedAgain() {
        assertThat(new RetryBudget(Duration.ZERO, now::get).nextWait()).isEmpty();
    }
}
