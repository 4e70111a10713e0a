package imr.commit;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Has a processor do something before each commit, within its transaction: what it sends and stores then stands or falls
 * with the offsets of the records that led to it.
 */
public final class BeforeCommit {

    private BeforeCommit() {}

    /** The store that a processor needs to be told; it holds nothing. */
    public static StoreBuilder<?> store(String name) {
        return CommitSignalStore.builder(name);
    }

    /**
     * Does the work before each commit from now on. To be called from a processor's {@code init}, on whose behalf the work
     * may forward records.
     *
     * @param store name of the processor's {@link #store}
     */
    public static void call(ProcessorContext<?, ?> context, String store, Runnable work) {
        CommitSignalStore signal = context.getStateStore(store);
        InternalProcessorContext<?, ?> internal = (InternalProcessorContext<?, ?>) context;
        ProcessorNode<?, ?, ?, ?> node = internal.currentNode();
        signal.beforeCommit(() -> onBehalfOf(node, internal, work));
    }

    /** Outside of {@code process} Kafka Streams has to be told on behalf of which node records are forwarded. */
    private static void onBehalfOf(
            ProcessorNode<?, ?, ?, ?> node, InternalProcessorContext<?, ?> context, Runnable work) {
        ProcessorNode<?, ?, ?, ?> current = context.currentNode();
        context.setCurrentNode(node);
        try {
            work.run();
        } finally {
            context.setCurrentNode(current);
        }
    }
}
