package imr.commit;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a commit soon after a record, as long as records come at a moderate rate.
 *
 * <p>What a stage passes on is seen by others when it is committed, and the more records share a commit the less each
 * costs. So a thread that keeps up commits at once, and one that works off a backlog, several times as fast, leaves it to
 * the commit interval. Which way it goes changes when outcomes are seen, and never what they say in the end.
 */
public final class PromptCommit {

    /** Letters a second and thread. A thread that works off a backlog reads several times as many. */
    private static final long MODERATE = 1_000;

    private static final Duration LOOK = Duration.ofMillis(500);

    /** Shared by the tasks of a thread, since they commit together. */
    private static final ThreadLocal<Pace> PACE = ThreadLocal.withInitial(Pace::new);

    private final ProcessorContext<?, ?> context;
    private final Duration delay;
    private @Nullable Cancellable due;
    /** @param delay between a record and the commit, at least a millisecond */
    public PromptCommit(ProcessorContext<?, ?> context, Duration delay) {
        this.context = context;
        this.delay = delay;
    }

    /** To be called for each letter, on the thread that processes it. */
    public void afterLetter() {
        PACE.get().letters++;
        afterRecord();
    }

    /** To be called for each record that comes of letters. */
    public void afterRecord() {
        if (due == null) {
            due = context.schedule(delay, PunctuationType.WALL_CLOCK_TIME, now -> commitIfModerate());
        }
    }

    /**
     * To be called at each commit, whoever asked for it. Tasks of a thread commit together; one that went on to ask for a
     * commit of its own would ask for all of them again.
     */
    public void atCommit() {
        if (due != null) {
            due.cancel();
            due = null;
        }
    }

    private void commitIfModerate() {
        if (PACE.get().isModerate()) {
            context.commit();
        }
    }

    /** Letters a second, over long enough a time that a thread which is busy with sums for a moment is still in a hurry. */
    private static final class Pace {

        private long since = System.nanoTime();
        private long letters;
        private boolean moderate = true;

        boolean isModerate() {
            long now = System.nanoTime();
            long nanos = now - since;
            if (nanos >= LOOK.toNanos()) {
                moderate = letters * Duration.ofSeconds(1).toNanos() <= nanos * MODERATE;
                since = now;
                letters = 0;
            }
            return moderate;
        }
    }
}
