package imr.dev;

import imr.app.ImrStream;
import imr.dev.letters.LetterGenerator;
import imr.dev.letters.SampleLetter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Publishes letters and shows what becomes of them. */
final class DemoSession {

    private static final Duration COUNT_PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration QUIET = Duration.ofMillis(1200);
    private static final Duration BETWEEN_LETTERS = Duration.ofMillis(400);
    private static final Duration BETWEEN_DRAWINGS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_PRINTS = Duration.ofSeconds(15);
    /** Values of each dimension: few while the table is drawn in place, so that it fits into a terminal. */
    private static final int ROWS_IN_PLACE = 3;

    private static final int ROWS = 8;

    private final DemoEnvironment environment;
    private final LetterPublisher publisher;
    private final ImrStream stream;
    private final OutcomeFeed feed;
    private final DemoScreen screen;
    private final CountDownLatch stop;
    private long published;

    DemoSession(
            DemoEnvironment environment,
            LetterPublisher publisher,
            ImrStream stream,
            OutcomeFeed feed,
            DemoScreen screen,
            CountDownLatch stop) {
        this.environment = environment;
        this.publisher = publisher;
        this.stream = stream;
        this.feed = feed;
        this.screen = screen;
        this.stop = stop;
    }

    /** Publishes the sample letters and shows their outcomes; whether all of them were counted or rejected in time. */
    boolean showSamples(List<SampleLetter> samples) {
        samples.forEach(publisher::publish);
        publisher.flush();
        published = samples.size();
        screen.say("  sample letters published: " + published);
        screen.say("");
        boolean counted = awaitCounted();
        screen.say(picture(ROWS));
        if (!counted && stop.getCount() > 0) {
            screen.say("Not every sample letter was counted in time.");
        }
        return counted;
    }

    /** Waits until every letter published shows as counted or rejected, in every dimension. */
    private boolean awaitCounted() {
        long deadline = System.nanoTime() + COUNT_PATIENCE.toNanos();
        long lastNews = System.nanoTime();
        while (stop.getCount() > 0 && stream.failure().isEmpty() && System.nanoTime() < deadline) {
            if (feed.read(POLL)) {
                lastNews = System.nanoTime();
            }
            // Other dimensions live in other partitions, whose commits can come later than the first that suffice.
            boolean quiet = System.nanoTime() - lastNews > QUIET.toNanos();
            if (quiet && feed.holds(published)) {
                return true;
            }
        }
        return false;
    }

    /** Publishes made-up letters at a gentle rate and shows outcomes, until told to stop or the pipeline fails. */
    void goOn() throws InterruptedException {
        screen.say("Going on with made-up letters; Ctrl-C ends.");
        LetterGenerator letters = new LetterGenerator(System.nanoTime());
        Duration between = screen.isTerminal() ? BETWEEN_DRAWINGS : BETWEEN_PRINTS;
        long lastPicture = System.nanoTime();
        for (long index = 0; stream.failure().isEmpty(); index++) {
            if (stop.await(BETWEEN_LETTERS.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            publisher.publish(letters.letter(index));
            published++;
            feed.read(Duration.ZERO);
            if (System.nanoTime() - lastPicture > between.toNanos()) {
                screen.draw(picture(screen.isTerminal() ? ROWS_IN_PLACE : ROWS));
                lastPicture = System.nanoTime();
            }
        }
    }

    private List<String> picture(int rows) {
        OutcomeTotals totals = feed.totals();
        String broker = environment.bootstrapServers();
        String registry = environment.registryUrl();
        Stream<String> head = Stream.of(
                "Letters published " + published + ", read "
                        + totals.all().letters() + ", rejected " + feed.rejected() + "; items parsed "
                        + totals.all().items(),
                "");
        Stream<String> addresses = Stream.of(
                "",
                "Broker " + broker + ", schema registry " + registry + ". In another terminal:",
                "  kcat -C -b " + broker + " -t imr.outcomes -s avro -r " + registry,
                "  java -jar target/imr.jar tail outcomes -X kafka.bootstrap.servers=" + broker
                        + " -X schema.registry.url=" + registry,
                "");
        return Stream.of(head, DemoTable.lines(totals, rows).stream(), addresses)
                .flatMap(lines -> lines)
                .toList();
    }
}
