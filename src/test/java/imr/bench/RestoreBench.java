package imr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long it takes until letters are processed again after state was lost. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Time until an instance runs again with its state and without it; and until letters go on after an instance was"
                    + " killed and its state lost, with and without a standby of it."
        })
final class RestoreBench implements Callable<Integer> {

    private static final String RUNNING = "RUNNING after";

    /** Enough for every partition. */
    private static final int MORE_LETTERS = 600;

    @Option(names = "--letters", defaultValue = "300000", description = "How many letters; ${DEFAULT-VALUE}.")
    private int letters;

    @Mixin
    private BenchOptions options = new BenchOptions();

    private int published;
    private int starts;

    @Override
    public Integer call() throws Exception {
        try (Ground ground = Ground.prepare(options.folder(), options.settings())) {
            Totals expected = Totals.of(ground.loaded().counting());
            Letters source = new Letters(ground, null);
            publish(source, letters, expected);
            Map<String, Object> figures = new LinkedHashMap<>();
            oneInstance(ground, figures);
            ground.sweep();
            figures.put("secondsUntilLettersGoOnWithoutStandby", failOver(ground, source, expected, 0));
            ground.sweep();
            figures.put("secondsUntilLettersGoOnWithStandby", failOver(ground, source, expected, 1));
            figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-40s %s%n", name, value));
            options.write(figures);
            return 0;
        } finally {
            options.deleteFolder();
        }
    }

    private void oneInstance(Ground ground, Map<String, Object> figures) throws Exception {
        Map<String, String> alone = Map.of("imr.application-id", "alone");
        Path state = Trial.stateFolder(options, "alone");
        Map<String, String> sameState = Map.of("imr.application-id", "alone", "imr.state-dir", state.toString());
        try (Trial trial = Trial.start(ground, Contender.APPLICATION, "alone", options, alone)) {
            trial.await(published);
        }
        long bytes = size(state);
        figures.put("letters", published);
        figures.put("stateMegabytes", bytes / 1e6);
        double withState = secondsToRunning(ground, sameState);
        figures.put("secondsToRunningWithState", withState);
        Utils.delete(state.toFile());
        double seconds = secondsToRunning(ground, sameState);
        figures.put("secondsToRunningWithoutState", seconds);
        // The start itself takes as long with state as without.
        figures.put("secondsPerGigabyte", (seconds - withState) * 1e9 / bytes);
    }

    private double secondsToRunning(Ground ground, Map<String, String> settings) throws Exception {
        long start = System.nanoTime();
        try (Trial trial = Trial.start(ground, Contender.APPLICATION, "start-" + ++starts, options, settings)) {
            trial.process().awaitLog(RUNNING);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Kills one of two instances, and gives the seconds until letters of all partitions are processed again. */
    private double failOver(Ground ground, Letters source, Totals expected, int standbys) throws Exception {
        Map<String, String> settings = Map.of(
                "imr.application-id", "pair-" + standbys, "kafka.num.standby.replicas", Integer.toString(standbys));
        try (Trial lost = Trial.start(ground, Contender.APPLICATION, "lost-" + standbys, options, settings);
                Trial other = Trial.start(ground, Contender.APPLICATION, "other-" + standbys, options, settings)) {
            other.await(published);
            lost.process().kill();
            long start = System.nanoTime();
            publish(source, MORE_LETTERS, expected);
            other.awaitCommitted(published);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private void publish(Letters source, int count, Totals expected) throws Exception {
        source.publish(published, count, expected);
        published += count;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
