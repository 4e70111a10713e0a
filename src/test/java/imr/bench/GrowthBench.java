package imr.bench;

import imr.bench.Trial.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a letter costs more when there is more state, and memory grows: figures for each tenth of a long run. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = "What a letter costs, and how much memory is in use, in the course of a long run.")
final class GrowthBench implements Callable<Integer> {

    private static final int PARTS = 10;

    /** What a tenth of the run came to. */
    private record Part(long letters, double lettersASecond, double cpuSecondsPer100000, double residentMebibytes) {}

    @Option(names = "--letters", defaultValue = "3000000", description = "How many letters; ${DEFAULT-VALUE}.")
    private int letters;

    @Option(
            names = "--keys",
            defaultValue = "0",
            description = "Claims administrators to count by name, for that many more series; ${DEFAULT-VALUE}.")
    private int keys;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        if (keys > 0) {
            settings.put(
                    "imr.claims-administrators",
                    IntStream.range(0, keys).mapToObj(GrowthBench::name).collect(Collectors.joining(",")));
        }
        settings.putAll(options.settings());
        try (Ground ground = Ground.prepare(options.folder(), settings)) {
            Totals expected = Totals.of(ground.loaded().counting());
            new Letters(ground, keys == 0 ? null : index -> name(index % keys)).publish(0, letters, expected);
            Run run = new Throughput(ground, options, letters, expected)
                    .rounds(1, List.of(Contender.APPLICATION))
                    .get(0);
            List<Part> parts = parts(run.samples());
            System.out.printf("%12s %14s %18s %10s%n", "letters", "letters/s", "CPU s per 100,000", "MiB RSS");
            for (Part part : parts) {
                System.out.printf(
                        Locale.ROOT,
                        "%,12d %,14.0f %18.2f %,10.0f%n",
                        part.letters(),
                        part.lettersASecond(),
                        part.cpuSecondsPer100000(),
                        part.residentMebibytes());
            }
            System.out.println(run.wrongWindows() == 0 ? "totals right" : "totals WRONG");
            options.write(Map.of("letters", letters, "keys", keys, "wrongWindows", run.wrongWindows(), "parts", parts));
            return run.wrongWindows() == 0 ? 0 : 1;
        } finally {
            options.deleteFolder();
        }
    }

    private List<Part> parts(List<Sample> samples) {
        List<Part> parts = new ArrayList<>();
        Sample from = samples.get(0);
        for (int part = 1; part <= PARTS; part++) {
            long until = (long) letters * part / PARTS;
            Sample to = samples.stream()
                    .filter(sample -> sample.letters() >= until)
                    .findFirst()
                    .orElseThrow();
            long done = to.letters() - from.letters();
            if (done > 0) {
                parts.add(new Part(
                        to.letters(),
                        done / Run.seconds(to.time().minus(from.time())),
                        Run.seconds(to.cpu().minus(from.cpu())) * 100_000 / done,
                        to.residentBytes() / 1048576.0));
            }
            from = to;
        }
        return parts;
    }

    /** Short, since all of them together are one setting. */
    private static String name(int number) {
        return Integer.toString(number, Character.MAX_RADIX);
    }
}
