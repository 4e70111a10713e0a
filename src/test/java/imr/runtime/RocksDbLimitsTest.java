package imr.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import imr.names.Topics;
import imr.serde.SchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksDbLimitsTest {
    @TempDir
    Path state;

    @Test
    void allStoresShareOneCacheThatOutlivesThem() {
        try (var registry = SchemaRegistry.connect("http://127.0.0.1:1", Map.of());
                var memory = new RocksDbMemory(16 << 20)) {
            long before = memory.cache().getUsage();
            for (int i = 0; i < 3; i++) {
                try (var driver = driver(registry, memory)) {
                    for (String name : List.of("one", "two")) {
                        var store = driver.<String, byte[]>getKeyValueStore(name);
                        for (int key = 0; key < 500; key++) {
                            store.put(name + key, new byte[1024]);
                        }
                        assertThat(store.get(name + 7)).hasSize(1024);
                    }
                    assertThat(memory.cache().getUsage())
                            .as("write buffers of both stores are charged to it")
                            .isGreaterThan(before + (1 << 20));
                }
            }
            assertThat(memory.cache().getUsage())
                    .as("what closed stores leave behind are blocks that can be pushed out")
                    .isLessThanOrEqualTo(16 << 20);
            assertThat(memory.cache().getPinnedUsage())
                    .as("and nothing stays pinned")
                    .isLessThan(1 << 20);
        }
    }

    private TopologyTestDriver driver(SchemaRegistry registry, RocksDbMemory memory) {
        var settings = TestSettings.with(Map.of("imr.state-dir", state.toString()));
        return new TopologyTestDriver(
                topology(),
                StreamsProperties.of(
                        settings, Topics.of("imr.", registry), new Meters(new SimpleMeterRegistry()), memory));
    }

    private static Topology topology() {
        var builder = new StreamsBuilder();
        for (String name : List.of("one", "two")) {
            builder.addStateStore(Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray()));
        }
        return builder.build()
                .addSource("letters", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "imr.letters")
                .addProcessor("nothing", Idle::new, "letters")
                .connectProcessorAndStateStores("nothing", "one", "two");
    }

    private static final class Idle extends ContextualProcessor<Object, Object, Void, Void> {
        @Override
        public void process(Record<Object, Object> record) {}
    }
}
