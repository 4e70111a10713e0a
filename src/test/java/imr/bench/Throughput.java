package imr.bench;

import imr.bench.Totals.Counts;
import imr.bench.Totals.Window;
import imr.bench.Trial.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The contenders in turn, several rounds, over the same letters. */
final class Throughput {

    private final Ground ground;
    private final BenchOptions options;
    private final long letters;
    private final Totals expected;

    /** @param expected what every window must say in the end */
    Throughput(Ground ground, BenchOptions options, long letters, Totals expected) {
        this.ground = ground;
        this.options = options;
        this.letters = letters;
        this.expected = expected;
    }

    List<Run> rounds(int rounds, List<Contender> contenders) throws Exception {
        List<Run> runs = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : contenders) {
                Run run = run(contender, round);
                Progress.say(
                        "round %d, %-18s %,8.0f letters/s, %5.2f s (warm %5.2f s) of CPU and %5.2f s of the broker's for"
                                + " 100,000 letters%s",
                        round,
                        contender.title(),
                        run.lettersASecond(),
                        run.cpu(),
                        run.warmCpu(),
                        run.brokerCpu(),
                        run.wrongWindows() > 0 ? ", " + run.wrongWindows() + " windows WRONG" : "");
                runs.add(run);
            }
        }
        return runs;
    }

    private Run run(Contender contender, int round) throws Exception {
        ground.sweep();
        String name = "bench-" + contender.name().toLowerCase(Locale.ROOT) + "-" + round;
        List<Sample> samples;
        String[] used;
        Map<String, Long> written = new TreeMap<>();
        try (Trial trial = Trial.start(ground, contender, name, options, Map.of())) {
            samples = trial.await(letters);
            trial.process().say("how much?");
            used = trial.process().answer().split(" ", -1);
            ground.bytesWritten().forEach((topic, bytes) -> written.put(topic.replace(name + "-", ""), bytes));
        }
        Map<Window, Counts> latest = new HashMap<>();
        long outcomes = contender == Contender.CONSUMER ? 0 : ground.readOutcomes(latest);
        return new Run(
                contender,
                round,
                letters,
                contender == Contender.CONSUMER ? -1 : expected.wrong(latest),
                outcomes,
                Long.parseLong(used[0]),
                Long.parseLong(used[1]),
                written,
                samples);
    }
}
