package imr.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    @Test
    void handsResultsOverInTheOrderOfTheInputsThoughTheyFinishInAnother() throws Exception {
        List<Integer> inputs = IntStream.range(0, 500).boxed().toList();
        List<Integer> taken = new ArrayList<>();

        InOrder.map(inputs.iterator(), InOrderTest::slowIfEven, taken::add);

        assertThat(taken).isEqualTo(inputs);
    }

    @Test
    void doesNothingForNothing() throws Exception {
        InOrder.map(List.of().iterator(), input -> input, result -> {
            throw new IOException("no result expected");
        });
    }

    @Test
    void stopsSoonAfterTheSinkFails() {
        AtomicInteger worked = new AtomicInteger();
        var inputs = IntStream.range(0, 1_000_000).iterator();

        assertThatThrownBy(() -> InOrder.map(inputs, input -> worked.incrementAndGet(), result -> {
                    throw new IOException("full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("full");

        assertThat(worked).hasValueLessThan(10_000);
    }

    @Test
    void saysWhichFaultEndedTheWork() {
        assertThatThrownBy(() -> InOrder.map(List.of(1).iterator(), InOrderTest::fail, result -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
    }

    private static int slowIfEven(int input) {
        if (input % 2 == 0) {
            LockSupport.parkNanos(200_000);
        }
        return input;
    }

    private static int fail(int input) {
        throw new IllegalArgumentException("broken");
    }
}
