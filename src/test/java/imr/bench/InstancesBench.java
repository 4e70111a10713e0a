package imr.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether two instances share the work evenly, and how much faster they are than one. */
@Command(
        name = "instances",
        mixinStandardHelpOptions = true,
        description = "One instance, and two that share the work.")
final class InstancesBench implements Callable<Integer> {

    @Option(names = "--letters", defaultValue = "300000", description = "How many letters; ${DEFAULT-VALUE}.")
    private int letters;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws Exception {
        try (Ground ground = Ground.prepare(options.folder(), options.settings())) {
            Totals expected = Totals.of(ground.loaded().counting());
            new Letters(ground, null).publish(0, letters, expected);
            Run one = new Throughput(ground, options, letters, expected)
                    .rounds(1, List.of(Contender.APPLICATION))
                    .get(0);
            ground.sweep();
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("oneLettersASecondSecondHalf", one.warmLettersASecond());
            figures.put("oneCpuSecondsPer100000", one.cpu());
            two(ground, figures);
            figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-36s %s%n", name, value));
            options.write(figures);
            return 0;
        } finally {
            options.deleteFolder();
        }
    }

    private void two(Ground ground, Map<String, Object> figures) throws Exception {
        Map<String, String> sameGroup = Map.of("imr.application-id", "both");
        try (Trial first = Trial.start(ground, Contender.APPLICATION, "first", options, sameGroup);
                Trial second = Trial.start(ground, Contender.APPLICATION, "second", options, sameGroup)) {
            Run both = new Run(Contender.APPLICATION, 1, letters, 0, 0, 0, 0, Map.of(), first.await(letters));
            double cpuOfFirst = Run.seconds(first.process().cpu());
            double cpuOfSecond = Run.seconds(second.process().cpu());
            figures.put("twoLettersASecondSecondHalf", both.warmLettersASecond());
            figures.put("twoCpuSecondsPer100000", (cpuOfFirst + cpuOfSecond) * 100_000 / letters);
            figures.put("shareOfTheFirstInCpu", cpuOfFirst / (cpuOfFirst + cpuOfSecond));
            figures.put("partitionsOfLettersByThread", ground.lettersByMember("both"));
        }
    }
}
