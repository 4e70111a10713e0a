package imr.bench;

import imr.avro.Dimension;
import imr.avro.WindowStep;
import imr.dev.letters.GeneratedLetter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Time from the moment a letter is due to be published to the moment a consumer of committed outcomes sees it counted,
 * at a steady rate.
 *
 * <p>Each letter is to be known again in the sums: it bears the name of a claims administrator of its own, out of a
 * thousand that take turns, and is seen when that name's count goes up.
 */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "Publish to committed outcome, at a steady rate.")
final class LatencyBench implements Callable<Integer> {

    private static final int NAMES = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(names = "--rate", defaultValue = "500", description = "Letters a second; ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--warm-up", defaultValue = "30", description = "Seconds that don't count; ${DEFAULT-VALUE}.")
    private int warmUpSeconds;

    @Option(names = "--seconds", defaultValue = "60", description = "Seconds that count; ${DEFAULT-VALUE}.")
    private int seconds;

    @Mixin
    private BenchOptions options = new BenchOptions();

    /** Names' counts by window, since a name may be counted in several hours. */
    private final Map<Long, long[]> countsByHour = new HashMap<>();

    private final long[] counted = new long[NAMES];

    @Override
    public Integer call() throws Exception {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "imr.claims-administrators",
                IntStream.range(0, NAMES).mapToObj(LatencyBench::name).collect(Collectors.joining(","))));
        settings.putAll(options.settings());
        try (Ground ground = Ground.prepare(options.folder(), settings)) {
            report(measure(ground));
            return 0;
        } finally {
            options.deleteFolder();
        }
    }

    private long[] measure(Ground ground) throws Exception {
        int count = rate * (warmUpSeconds + seconds);
        Letters letters = new Letters(ground, index -> name(index % NAMES));
        List<GeneratedLetter> prepared = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            prepared.add(letters.letter(index));
        }
        long[] due = new long[count];
        long[] latencies = new long[count];
        try (Trial trial = Trial.start(ground, Contender.APPLICATION, "latency", options, Map.of());
                KafkaConsumer<byte[], byte[]> outcomes = ground.outcomesFromNowOn()) {
            trial.process().awaitLog("RUNNING after");
            Progress.say("publishing %,d letters a second", rate);
            long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            for (int index = 0; index < count; index++) {
                due[index] = start + TimeUnit.SECONDS.toNanos(index) / rate;
            }
            Thread publisher = new Thread(() -> publish(ground, letters, prepared, due), "publisher");
            publisher.start();
            int seen = 0;
            while (seen < count && System.nanoTime() - due[count - 1] < PATIENCE.toNanos()) {
                for (ConsumerRecord<byte[], byte[]> outcome : outcomes.poll(Duration.ofMillis(50))) {
                    seen += see(ground, outcome, due, latencies);
                }
            }
            publisher.join();
            letters.throwFailure();
            if (seen < count) {
                throw new IllegalStateException(seen + " of " + count + " letters were counted");
            }
        }
        return Arrays.copyOfRange(latencies, rate * warmUpSeconds, count);
    }

    private static void publish(Ground ground, Letters letters, List<GeneratedLetter> prepared, long[] due) {
        try (KafkaProducer<byte[], byte[]> producer = ground.producer(Map.of())) {
            for (int index = 0; index < due.length; index++) {
                long wait = due[index] - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                letters.send(producer, prepared.get(index), System.currentTimeMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes the letters that an outcome is the first to count; gives how many. */
    private int see(Ground ground, ConsumerRecord<byte[], byte[]> outcome, long[] due, long[] latencies) {
        long now = System.nanoTime();
        var key = ground.key(outcome);
        if (key.getDimension() != Dimension.CLAIMS_ADMINISTRATOR || key.getStep() != WindowStep.HOUR) {
            return 0;
        }
        int name = Integer.parseInt(key.getValue().substring(1));
        long[] hour = countsByHour.computeIfAbsent(key.getWindowStart().toEpochMilli(), start -> new long[NAMES]);
        long letters = ground.metrics(outcome).getLetters();
        int more = (int) (letters - hour[name]);
        hour[name] = letters;
        for (int i = 0; i < more; i++) {
            int index = (int) (name + NAMES * counted[name]++);
            latencies[index] = now - due[index];
        }
        return more;
    }

    private void report(long[] latencies) throws IOException {
        Arrays.sort(latencies);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("lettersASecond", rate);
        figures.put("letters", latencies.length);
        for (double share : new double[] {0.5, 0.9, 0.99, 0.999, 1}) {
            figures.put(
                    "p" + Double.toString(share * 100).replaceAll("\\.0$", "") + "Millis",
                    latencies[(int) Math.ceil(share * latencies.length) - 1] / 1e6);
        }
        figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-16s %s%n", name, value));
        options.write(figures);
    }

    private static String name(int number) {
        return "A" + number;
    }
}
