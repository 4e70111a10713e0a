package imr.runtime;

import imr.config.Settings.Processing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka Streams from start to end. The first fatal error is the one that is reported; a fault that may pass replaces the
 * thread it stopped, after a wait, until the retry timeout. The transaction of a stopped thread is aborted and its
 * letters are read again, so no fault ever skips one.
 *
 * <p>Closing is left to the thread that waits for the end: Kafka Streams can't be closed from within its own threads.
 */
public final class StreamsProcess implements AutoCloseable {
    private static final String GLOBAL_THREAD = "GlobalStreamThread";
    private static final Duration POLL = Duration.ofMillis(50);

    private static final Logger log = LoggerFactory.getLogger(StreamsProcess.class);

    private final KafkaStreams streams;
    private final Meters meters;
    private final Duration closeTimeout;
    private final RetryBudget retries;
    private final AtomicReference<String> failure = new AtomicReference<>();
    private final CountDownLatch ending = new CountDownLatch(1);

    /** Takes over a client that isn't started yet, and is the one to close it. */
    public StreamsProcess(KafkaStreams streams, Processing processing, Meters meters) {
        this.streams = streams;
        this.meters = meters;
        this.closeTimeout = processing.closeTimeout();
        this.retries = new RetryBudget(processing.retryTimeout(), System::nanoTime);
        streams.setUncaughtExceptionHandler(this::threadStopped);
        streams.setStateListener(this::stateChanged);
    }

    /** Starts processing; what goes wrong from here on ends {@link #awaitEnd}. */
    public void start() {
        streams.start();
    }

    /** Waits until letters are being processed. False if the time is over or the process ended before. */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (streams.state() != KafkaStreams.State.RUNNING || streams.isPaused()) {
            if (ending.await(POLL.toMillis(), TimeUnit.MILLISECONDS) || System.nanoTime() - end > 0) {
                return false;
            }
        }
        return true;
    }

    /** Waits for a fatal error or for {@link #close}; gives what was wrong, in one line, or nothing. */
    public Optional<String> awaitEnd() throws InterruptedException {
        ending.await();
        return failure();
    }

    /** The first fatal error so far, in one line without text of a letter. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** The client, for queries and metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Ends processing within the close timeout. False if it took longer; nothing is lost then, but restored later. */
    public boolean stop() {
        ending.countDown();
        // Leaving the group: a member that only stays away holds up its successor until its session times out.
        boolean stopped = streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(closeTimeout));
        if (!stopped) {
            log.warn("stream threads are still working after {}; their state will be restored", closeTimeout);
        }
        return stopped;
    }

    @Override
    public void close() {
        stop();
    }

    private StreamThreadExceptionResponse threadStopped(Throwable thrown) {
        Fault fault = Fault.of(thrown);
        Optional<Duration> wait = fault.passing() && !isGlobalThread() ? retries.nextWait() : Optional.empty();
        if (wait.isEmpty()) {
            failure.compareAndSet(null, fault.line());
            log.error("giving up: {}", fault.line());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        log.warn("trying again in {}: {}", wait.get(), fault.line());
        if (isEndingWithin(wait.get())) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        meters.threadReplaced();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Waits on the thread that is to be replaced: what it processed lies in a transaction that is given up anyway. */
    private boolean isEndingWithin(Duration wait) {
        try {
            return ending.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Kafka Streams can't replace the thread that keeps the reference. */
    private static boolean isGlobalThread() {
        return Thread.currentThread().getName().endsWith(GLOBAL_THREAD);
    }

    private void stateChanged(KafkaStreams.State now, KafkaStreams.State before) {
        log.info("{} after {}", now, before);
        if (now == KafkaStreams.State.ERROR) {
            failure.compareAndSet(null, "every stream thread has died");
            ending.countDown();
        }
    }
}
