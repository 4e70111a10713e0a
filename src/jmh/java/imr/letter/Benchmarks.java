package imr.letter;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and sets their results side by side. Takes JMH's own arguments. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        printLetters(of(LetterBenchmark.class, results));
        printHostile(of(HostileBenchmark.class, results));
    }

    private static Collection<RunResult> of(Class<?> benchmark, Collection<RunResult> results) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().startsWith(benchmark.getName() + "."))
                .toList();
    }

    private static void printLetters(Collection<RunResult> results) {
        Map<String, RunResult> byName = results.stream()
                .collect(Collectors.toMap(result -> result.getPrimaryResult().getLabel(), Function.identity()));
        long bytes = 0;
        for (byte[] letter : LetterBenchmark.pool()) {
            bytes += letter.length;
        }
        double mean = (double) bytes / LetterBenchmark.LETTERS;
        System.out.printf(
                "%n%d generated letters, %.0f bytes on average; errors are JMH's, 99.9 %%%n",
                LetterBenchmark.LETTERS, mean);
        System.out.printf("%-16s %22s %10s %14s%n", "", "letters/s", "MB/s", "bytes/letter");
        byName.forEach((name, result) -> {
            Result<?> speed = result.getPrimaryResult();
            System.out.printf(
                    "%-16s %,12.0f ± %,7.0f %,10.1f %,14.0f%n",
                    name, speed.getScore(), speed.getScoreError(), speed.getScore() * mean / 1e6, allocated(result));
        });
        printRatio("parse / regex", byName.get("parse"), byName.get("regex"));
        printRatio("newlines / parse", byName.get("newlines"), byName.get("parse"));
        printRatio("encode / parse", byName.get("parseAndEncode"), byName.get("parse"));
    }

    private static double allocated(RunResult result) {
        Result<?> norm = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return norm == null ? Double.NaN : norm.getScore();
    }

    private static void printRatio(String name, RunResult of, RunResult to) {
        if (of == null || to == null) {
            return;
        }
        Result<?> over = of.getPrimaryResult();
        Result<?> under = to.getPrimaryResult();
        double ratio = over.getScore() / under.getScore();
        double error =
                ratio * Math.hypot(over.getScoreError() / over.getScore(), under.getScoreError() / under.getScore());
        System.out.printf("%-16s %12.2f ± %7.2f%n", name, ratio, error);
    }

    private static void printHostile(Collection<RunResult> results) {
        Map<String, Map<Integer, Double>> byShape = new TreeMap<>();
        for (RunResult result : results) {
            int size = Integer.parseInt(result.getParams().getParam("size"));
            byShape.computeIfAbsent(result.getParams().getParam("shape"), shape -> new TreeMap<>())
                    .put(size, result.getPrimaryResult().getScore() / size);
        }
        System.out.printf("%nhostile text: nanoseconds a character by size, and the largest against the smallest%n");
        byShape.forEach((shape, times) -> {
            System.out.printf("%-24s", shape);
            times.forEach((size, time) -> System.out.printf(" %,9d: %6.2f", size, time));
            double first = times.values().iterator().next();
            double last = times.values().stream().reduce((one, other) -> other).orElse(first);
            System.out.printf("  x %.2f%n", last / first);
        });
    }
}
