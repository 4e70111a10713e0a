package imr.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A contender at work, watched from outside: how far it has committed, and what it and the broker have used by then. It
 * is done when all letters are committed and no more outcomes come; the time and processor time after the last outcome
 * don't count.
 */
final class Trial implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** More than two commits, so that what the last letters changed has come through the re-keyed topic. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Ground ground;
    private final String group;
    private final JavaProcess process;
    private final Duration brokerCpuBefore;
    private final long start = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();

    private Trial(Ground ground, String group, JavaProcess process) {
        this.ground = ground;
        this.group = group;
        this.process = process;
        this.brokerCpuBefore = ground.broker().cpu();
    }

    /**
     * The state of things at a moment.
     *
     * @param time since the start of the JVM
     * @param letters committed
     * @param outcomes records in the topic of outcomes, with transactions' markers
     * @param cpu of the contender since its start
     * @param brokerCpu of the broker since then
     * @param residentBytes memory of the contender
     */
    record Sample(Duration time, long letters, long outcomes, Duration cpu, Duration brokerCpu, long residentBytes) {}

    /**
     * Starts a contender.
     *
     * @param name of its own, for its log and its state
     * @param extra settings that count for more than those of the ground
     */
    static Trial start(Ground ground, Contender contender, String name, BenchOptions options, Map<String, String> extra)
            throws IOException {
        Properties settings = new Properties();
        settings.put("imr.application-id", name);
        settings.put("imr.state-dir", stateFolder(options, name).toString());
        settings.putAll(ground.settings());
        settings.putAll(extra);
        Path file = options.folder().resolve(name + ".properties");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return new Trial(
                ground,
                settings.getProperty("imr.application-id"),
                JavaProcess.start(
                        name,
                        options.folder(),
                        options.javaOptions(),
                        Contender.class,
                        List.of(contender.name(), file.toString())));
    }

    static Path stateFolder(BenchOptions options, String name) throws IOException {
        return options.folder().resolve("state-" + name);
    }

    /** Waits until so many letters are done; gives what was seen, up to the moment they were. */
    List<Sample> await(long letters) throws Exception {
        long lastChange = System.nanoTime();
        while (true) {
            process.check();
            Sample before = samples.isEmpty() ? null : samples.get(samples.size() - 1);
            Sample now = look();
            samples.add(now);
            if (before == null || before.letters() != now.letters() || before.outcomes() != now.outcomes()) {
                lastChange = System.nanoTime();
            }
            long quiet = System.nanoTime() - lastChange;
            if (now.letters() >= letters && quiet > QUIET.toNanos()) {
                return done();
            }
            if (quiet > PATIENCE.toNanos()) {
                throw new IllegalStateException(group + " has stopped at " + now);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** Waits until so many letters are committed. */
    void awaitCommitted(long letters) throws Exception {
        while (look().letters() < letters) {
            process.check();
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private Sample look() throws Exception {
        long letters = ground.committed(group).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long outcomes = ground.end(ground.topics().outcomes().name());
        return new Sample(
                Duration.ofNanos(System.nanoTime() - start),
                letters,
                outcomes,
                process.cpu(),
                ground.broker().cpu().minus(brokerCpuBefore),
                process.residentBytes());
    }

    /** Up to the first sample that has all. */
    private List<Sample> done() {
        Sample end = samples.get(samples.size() - 1);
        int first = 0;
        while (samples.get(first).letters() < end.letters()
                || samples.get(first).outcomes() < end.outcomes()) {
            first++;
        }
        return List.copyOf(samples.subList(0, first + 1));
    }

    JavaProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
