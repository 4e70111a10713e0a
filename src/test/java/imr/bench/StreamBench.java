package imr.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The benchmark's command line. Without a verb: what a letter costs, beside what else could do the work. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {LatencyBench.class, GrowthBench.class, InstancesBench.class, RestoreBench.class},
        description = "What a letter costs from topic to outcomes. The table goes to standard output.")
public final class StreamBench implements Callable<Integer> {

    @Option(names = "--letters", defaultValue = "300000", description = "How many letters; ${DEFAULT-VALUE}.")
    private int letters;

    @Option(names = "--rounds", defaultValue = "2", description = "How often each contender runs; ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--contenders", split = ",", description = "Which: ${COMPLETION-CANDIDATES}. All if left out.")
    private List<Contender> contenders = List.of(Contender.values());

    @Mixin
    private BenchOptions options = new BenchOptions();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StreamBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Ground ground = Ground.prepare(options.folder(), options.settings())) {
            Totals expected = Totals.of(ground.loaded().counting());
            new Letters(ground, null).publish(0, letters, expected);
            List<Run> runs = new Throughput(ground, options, letters, expected).rounds(rounds, contenders);
            Report report = new Report(runs);
            System.out.print(report.table());
            options.write(report.json());
            return runs.stream().anyMatch(run -> run.wrongWindows() > 0) ? 1 : 0;
        } finally {
            options.deleteFolder();
        }
    }
}
