package imr.commit;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A store without contents that says when a commit begins.
 *
 * <p>Before each commit, and within its transaction, Kafka Streams lets the caches of a task's stores forward what they
 * hold. That is the one moment at which sums kept in memory can be sent downstream so that they stand or fall with the
 * offsets of the letters they sum up. Kafka Streams has no public call for it, so this class takes the place of a cache;
 * it is the only one that knows a type from Kafka Streams' internals ({@link CachedStateStore}).
 */
final class CommitSignalStore implements StateStore, CachedStateStore<Void, Void> {

    private final String name;
    private @Nullable Runnable listener;
    private boolean open;

    private CommitSignalStore(String name) {
        this.name = name;
    }

    /** Calls the listener before each commit from now on. */
    void beforeCommit(Runnable newListener) {
        listener = newListener;
    }

    @Override
    public void flushCache() {
        if (listener != null) {
            listener.run();
        }
    }

    /** There is no cached copy of anything. */
    @Override
    public void clearCache() {}

    @Override
    public boolean setFlushListener(CacheFlushListener<Void, Void> flushListener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {}

    @Override
    public void close() {
        open = false;
        listener = null;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    static StoreBuilder<CommitSignalStore> builder(String name) {
        return new Builder(name);
    }

    private record Builder(String name) implements StoreBuilder<CommitSignalStore> {

        @Override
        public CommitSignalStore build() {
            return new CommitSignalStore(name);
        }

        @Override
        public StoreBuilder<CommitSignalStore> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<CommitSignalStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<CommitSignalStore> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("There is nothing to log");
        }

        @Override
        public StoreBuilder<CommitSignalStore> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
