package imr.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/**
 * Puts every store on the {@link RocksDbMemory} in the configuration. Makes no native object of its own, so there is
 * none to close with a store: the cache that Kafka Streams made for it is closed by Kafka Streams.
 */
public final class RocksDbLimits implements RocksDBConfigSetter {
    /** In the configuration: the memory to share. */
    static final String MEMORY = "imr.rocksdb-memory";

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configuration) {
        if (!(configuration.get(MEMORY) instanceof RocksDbMemory memory)) {
            throw new IllegalArgumentException("the state stores need " + MEMORY);
        }
        // The table configuration that is there has an accessor that Kafka Streams' metrics need.
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        // Indexes and filters count, too, and aren't pushed out by blocks.
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String storeName, Options options) {
        // What setConfig uses belongs to the process and outlives this store.
    }
}
