package imr.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many inputs by several threads at once, with the results in the order of the inputs. */
final class InOrder {

    /** Inputs under way for each thread: enough that none waits for a slow one ahead of it, few enough to be kept. */
    private static final int AHEAD = 16;

    private InOrder() {}

    /** Takes results; always called by the thread that called {@link #map}. */
    interface Sink<R> {
        void take(R result) throws IOException;
    }

    /**
     * Applies the work to each input.
     *
     * @param work must not throw what the caller wants to handle; it ends everything
     * @throws IOException from the sink; nothing more is done then
     */
    static <A, R> void map(Iterator<A> inputs, Function<A, R> work, Sink<R> sink) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads, InOrder::daemon);
        try {
            Deque<Future<R>> underWay = new ArrayDeque<>();
            while (inputs.hasNext() || !underWay.isEmpty()) {
                while (inputs.hasNext() && underWay.size() < threads * AHEAD) {
                    A input = inputs.next();
                    underWay.add(pool.submit(() -> work.apply(input)));
                }
                sink.take(result(underWay.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stopped);
        } catch (ExecutionException failed) {
            // Work declares no checked exception, so there is nothing else that it can have thrown.
            throw failed.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException("Work on one input failed", failed.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "imr-worker");
        thread.setDaemon(true);
        return thread;
    }
}
