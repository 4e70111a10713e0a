package imr.dev;

import imr.app.ImrStream;
import imr.config.Settings;
import imr.dev.letters.SampleLetter;
import imr.dev.letters.SampleLetters;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import imr.names.Topics;
import imr.serde.SchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The main job on real parts, in one JVM: broker, registry, the whole pipeline, sample letters, and their outcomes as
 * they come. Goes on with made-up letters until told to stop, or ends when the sample letters are counted.
 */
public final class Demo {

    /** What Kafka brokers usually listen on. */
    public static final int USUAL_BROKER_PORT = 9092;

    /** What schema registries usually listen on. */
    public static final int USUAL_REGISTRY_PORT = 8081;

    private static final Duration START_PATIENCE = Duration.ofMinutes(1);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(40);

    private final DemoScreen screen;
    private final boolean once;
    private final int brokerPort;
    private final int registryPort;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * A demo that is ready to run, once.
     *
     * @param out where everything is shown
     * @param terminal whether the output understands ANSI sequences, so that the table can be drawn in place
     * @param once whether to end when the sample letters are counted
     * @param brokerPort port of the broker; a free one is taken if it is in use, or if it is 0
     * @param registryPort the same for the schema registry
     */
    public Demo(PrintStream out, boolean terminal, boolean once, int brokerPort, int registryPort) {
        this.screen = new DemoScreen(out, terminal);
        this.once = once;
        this.brokerPort = brokerPort;
        this.registryPort = registryPort;
    }

    /**
     * Runs the demo, to its end or until {@link #stop}.
     *
     * @return whether every sample letter was counted or rejected in time, and nothing failed
     * @throws IOException if broker or registry can't be started
     */
    public boolean run() throws IOException, InterruptedException {
        try {
            screen.say("Starting a Kafka broker and a schema registry in this process ...");
            boolean done;
            try (DemoEnvironment environment = DemoEnvironment.start(brokerPort, registryPort)) {
                screen.say("  broker " + environment.bootstrapServers() + ", registry " + environment.registryUrl());
                done = run(environment);
                screen.say("Ending ...");
            }
            screen.say("Ended; nothing is left behind.");
            return done;
        } finally {
            ended.countDown();
        }
    }

    /** Ends the demo from another thread. */
    public void stop() {
        stop.countDown();
    }

    /** Has the demo end cleanly when the JVM is told to, such as by Ctrl-C. */
    public void stopWithJvm() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "demo-shutdown"));
    }

    private void stopAndWait() {
        stop();
        try {
            if (!ended.await(SHUTDOWN_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                screen.say("The demo did not end in time.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean run(DemoEnvironment environment) throws InterruptedException {
        List<SampleLetter> samples = SampleLetters.load();
        Settings settings = environment.settings(administrators(samples));
        try (SchemaRegistry registry = SchemaRegistry.connect(
                environment.registryUrl(), settings.registry().properties())) {
            Topics topics = Topics.of(settings.topicPrefix(), registry);
            DemoGround ground = new DemoGround(settings, topics);
            screen.say("  topics created: " + String.join(", ", ground.createTopics()));
            screen.say("  schemas registered: " + ground.registerSchemas().size());
            try (LetterPublisher publisher = new LetterPublisher(environment.bootstrapServers(), topics)) {
                screen.say("  guidelines published: " + publisher.publishGuidelines(BundledGuidelines.load())
                        + ", treatments: " + publisher.publishTreatments(BundledTreatments.load()));
                try (ImrStream stream = ImrStream.start(settings, new SimpleMeterRegistry());
                        OutcomeFeed feed = new OutcomeFeed(environment.bootstrapServers(), topics)) {
                    var session = new DemoSession(environment, publisher, stream, feed, screen, stop);
                    return follow(session, stream, samples);
                }
            }
        }
    }

    private boolean follow(DemoSession session, ImrStream stream, List<SampleLetter> samples)
            throws InterruptedException {
        if (!stream.awaitRunning(START_PATIENCE)) {
            screen.say("The pipeline did not start: " + stream.failure().orElse("out of time"));
            return false;
        }
        screen.say("  pipeline running");
        boolean counted = session.showSamples(samples);
        if (counted && !once) {
            session.goOn();
        }
        stream.failure().ifPresent(failure -> screen.say("The pipeline failed: " + failure));
        return counted && stream.failure().isEmpty();
    }

    private static List<String> administrators(List<SampleLetter> samples) {
        return samples.stream()
                .map(SampleLetter::claimsAdministrator)
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted()
                .toList();
    }
}
