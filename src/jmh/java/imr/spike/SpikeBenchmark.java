package imr.spike;

import imr.avro.SpikeState;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Nanoseconds a window: for a detector in memory, for one that is read and written around it, and for a correction. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SpikeBenchmark.WINDOWS)
@Fork(
        value = 2,
        jvmArgs = {"-Dorg.apache.avro.SERIALIZABLE_PACKAGES=imr.avro"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpikeBenchmark {

    static final int WINDOWS = 2_000;

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final long[] upheld = new long[WINDOWS];
    private final long[] overturned = new long[WINDOWS];

    /** Some years of one key, in which its rate doubles now and then. */
    @Setup
    public void draw() {
        Random random = new Random(7);
        double rate = 0.1;
        for (int day = 0; day < WINDOWS; day++) {
            rate = random.nextInt(60) == 0 ? 0.3 - rate : rate;
            for (int item = 0; item < 100; item++) {
                overturned[day] += random.nextDouble() < rate ? 1 : 0;
            }
            upheld[day] = 100 - overturned[day];
        }
    }

    @Benchmark
    public void window(Blackhole sink) {
        SpikeDetector detector = detector();
        for (int day = 0; day < WINDOWS; day++) {
            detector.window(day * DAY, upheld[day], overturned[day], sink::consume);
        }
    }

    /** Each window is taken twice, so that the ring is folded again. */
    @Benchmark
    public void windowAndCorrection(Blackhole sink) {
        SpikeDetector detector = detector();
        for (int day = 0; day < WINDOWS; day++) {
            detector.window(day * DAY, upheld[day], overturned[day] + 1, sink::consume);
            detector.window(day * DAY, upheld[day], overturned[day], sink::consume);
        }
    }

    @Benchmark
    public void windowAndState(Blackhole sink) throws IOException {
        SpikeState state = detector().state();
        for (int day = 0; day < WINDOWS; day++) {
            SpikeDetector detector = SpikeDetector.of(
                    SpikeState.fromByteBuffer(state.toByteBuffer()), "key", SpikeParameters.DAILY, ZoneOffset.UTC);
            detector.window(day * DAY, upheld[day], overturned[day], sink::consume);
            state = detector.state();
        }
    }

    private static SpikeDetector detector() {
        return new SpikeDetector("key", SpikeParameters.DAILY, ZoneOffset.UTC);
    }
}
