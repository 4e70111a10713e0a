package imr.letter;

import java.util.Collection;
import java.util.List;
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
        List<RunResult> letters = of(LetterBenchmark.class, results);
        if (!letters.isEmpty()) {
            printLetters(letters);
        }
        List<RunResult> enrichment = of(EnrichmentBenchmark.class, results);
        if (!enrichment.isEmpty()) {
            printEnrichment(enrichment, letters);
        }
        List<RunResult> hostile = of(HostileBenchmark.class, results);
        if (!hostile.isEmpty()) {
            printHostile(hostile);
        }
    }

    private static List<RunResult> of(Class<?> benchmark, Collection<RunResult> results) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().startsWith(benchmark.getName() + "."))
                .toList();
    }

    private static void printLetters(Collection<RunResult> results) {
        Map<String, RunResult> byName = results.stream()
                .collect(Collectors.toMap(result -> result.getPrimaryResult().getLabel(), Function.identity()));
        double bytes = 0;
        for (byte[] letter : LetterBenchmark.pool()) {
            bytes += letter.length;
        }
        double mean = bytes / LetterBenchmark.LETTERS;
        System.out.printf(
                "%n%d generated letters, %.0f bytes on average; errors are JMH's, 99.9 %%%n",
                LetterBenchmark.LETTERS, mean);
        System.out.printf("%-18s %24s %20s %20s%n", "", "letters/s", "MB/s", "bytes/letter");
        new TreeMap<>(byName).forEach((name, result) -> {
            Measured speed = Measured.of(result.getPrimaryResult());
            System.out.printf(
                    "%-18s %,12.0f ± %,9.0f %,11.1f ± %,6.1f %s%n",
                    name,
                    speed.score,
                    speed.error,
                    speed.score * mean / 1e6,
                    speed.error * mean / 1e6,
                    allocated(result));
        });
        System.out.println();
        printRatio("parse / regex", byName.get("parse"), byName.get("regex"));
        printRatio("parse / regexItems", byName.get("parse"), byName.get("regexItems"));
        printRatio("newlines / parse", byName.get("newlines"), byName.get("parse"));
        printRatio("encode / parse", byName.get("parseAndEncode"), byName.get("parse"));
    }

    private static String allocated(RunResult result) {
        Result<?> norm = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return norm == null
                ? String.format("%20s", "not measured")
                : String.format("%,11.0f ± %,6.0f", norm.getScore(), norm.getScoreError());
    }

    private static void printRatio(String name, RunResult over, RunResult under) {
        if (over != null && under != null) {
            Measured ratio = Measured.of(over.getPrimaryResult()).dividedBy(Measured.of(under.getPrimaryResult()));
            System.out.printf("%-18s %12.2f ± %9.2f%n", name, ratio.score, ratio.error);
        }
    }

    private static void printEnrichment(List<RunResult> enrichment, List<RunResult> letters) {
        TreeMap<Integer, Measured> bySize = new TreeMap<>();
        for (RunResult result : enrichment) {
            bySize.put(Integer.valueOf(result.getParams().getParam("times")), Measured.of(result.getPrimaryResult()));
        }
        System.out.printf("%nenrichment: letters a second by the vocabulary's size, and time against the usual size%n");
        Measured usual = bySize.firstEntry().getValue();
        bySize.forEach((times, speed) -> {
            Measured ratio = usual.dividedBy(speed);
            System.out.printf(
                    "%4d x %,24.0f ± %,9.0f  x %.2f ± %.2f%n",
                    times, speed.score, speed.error, ratio.score, ratio.error);
        });
        for (RunResult result : letters) {
            if (result.getPrimaryResult().getLabel().equals("parse")) {
                Measured ratio = Measured.of(result.getPrimaryResult()).dividedBy(usual);
                System.out.printf("%-18s %12.2f ± %9.2f of the time%n", "enrich to parse", ratio.score, ratio.error);
            }
        }
    }

    private static void printHostile(Collection<RunResult> results) {
        Map<String, TreeMap<Integer, Measured>> byShape = new TreeMap<>();
        for (RunResult result : results) {
            int size = Integer.parseInt(result.getParams().getParam("size"));
            byShape.computeIfAbsent(result.getParams().getParam("shape"), shape -> new TreeMap<>())
                    .put(size, Measured.of(result.getPrimaryResult()).perByte(size));
        }
        System.out.printf("%nhostile letters: nanoseconds a byte by size, and the largest against the smallest%n");
        byShape.forEach((shape, times) -> {
            System.out.printf("%-32s", shape);
            times.forEach((size, time) -> System.out.printf(" %,9d: %6.2f", size, time.score));
            Measured ratio =
                    times.lastEntry().getValue().dividedBy(times.firstEntry().getValue());
            System.out.printf("  x %.2f ± %.2f%n", ratio.score, ratio.error);
        });
    }

    /** A score and its error, which JMH can't tell of too few iterations. */
    private record Measured(double score, double error) {
        static Measured of(Result<?> result) {
            return new Measured(result.getScore(), result.getScoreError());
        }

        Measured perByte(int bytes) {
            return new Measured(score / bytes, error / bytes);
        }

        Measured dividedBy(Measured other) {
            double ratio = score / other.score;
            return new Measured(ratio, ratio * Math.hypot(error / score, other.error / other.score));
        }
    }
}
