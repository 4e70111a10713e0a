package imr.runtime;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory that all state stores of a process share: one block cache, to which the write buffers are charged.
 * Without it every store has a cache and buffers of its own, and their number grows with the partitions.
 *
 * <p>Closed by whoever made it, after the stores.
 */
public final class RocksDbMemory implements AutoCloseable {
    /** Write buffers may take up to this part of the whole. */
    private static final int WRITE_BUFFER_PART = 3;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    /** @param bytes the whole, for blocks, indexes, filters and write buffers */
    public RocksDbMemory(long bytes) {
        // Not strict: a strict limit fails reads when iterators pin more blocks than fit.
        cache = new LRUCache(bytes);
        writeBuffers = new WriteBufferManager(bytes / WRITE_BUFFER_PART, cache);
    }

    Cache cache() {
        return cache;
    }

    WriteBufferManager writeBuffers() {
        return writeBuffers;
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }
}
