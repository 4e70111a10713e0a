package imr.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records on their way to Kafka, with progress for the person who waits. */
final class Publishing {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

    private final Console console;
    private final Producer<byte[], byte[]> producer;
    private final String what;
    private final int expected;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final long start = System.nanoTime();
    private long reported = start;
    private int sent;
    private long bytes;

    /**
     * @param what the records are, in the plural
     * @param expected how many there are to send
     */
    Publishing(Console console, Producer<byte[], byte[]> producer, String what, int expected) {
        this.console = console;
        this.producer = producer;
        this.what = what;
        this.expected = expected;
    }

    /** Sends a record, or waits for room to do so. */
    void send(ProducerRecord<byte[], byte[]> one) throws IOException {
        // The callback sees what the future would.
        Future<?> unused = producer.send(one, (acknowledged, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
        stopOnFailure();
        sent++;
        bytes += one.value() == null ? 0 : one.value().length;
        if (System.nanoTime() - reported > BETWEEN_REPORTS.toNanos()) {
            reported = System.nanoTime();
            console.say("%,d of %,d %s", sent, expected, what);
        }
    }

    /** Waits until all are acknowledged by Kafka. */
    void finish(String topic) throws IOException {
        producer.flush();
        stopOnFailure();
        console.say(
                "%,d %s (%,d KB) published to %s in %.1f s",
                sent, what, (bytes + 1023) / 1024, topic, (System.nanoTime() - start) / 1e9);
    }

    private void stopOnFailure() throws IOException {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IOException("Kafka did not take all " + what + ": " + failed.getMessage(), failed);
        }
    }
}
