package imr.app;

import imr.config.Settings;
import imr.names.Topic;
import imr.names.Topics;
import imr.pipeline.Pipeline;
import imr.runtime.Meters;
import imr.runtime.ReferenceGate;
import imr.runtime.RocksDbMemory;
import imr.runtime.StateTerms;
import imr.runtime.StreamsProcess;
import imr.runtime.StreamsProperties;
import imr.runtime.TermsException;
import imr.runtime.TopicCheck;
import imr.serde.AvroSerde;
import imr.serde.RegistryException;
import imr.serde.SchemaRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The whole program but its command line: checks what it needs, runs the pipeline, and takes everything down again. For
 * the {@code run} verb, the demo and tests alike.
 */
public final class ImrStream implements AutoCloseable {
    private final SchemaRegistry registry;
    private final Topics topics;
    private final RocksDbMemory memory;
    private final KafkaStreamsMetrics metrics;
    private final StreamsProcess process;
    private final ReferenceGate gate;
    private boolean closed;

    private ImrStream(Settings settings, SchemaRegistry registry, Topics topics, MeterRegistry meterRegistry) {
        this.registry = registry;
        this.topics = topics;
        var meters = new Meters(meterRegistry);
        var topology = Pipeline.topology(settings, topics, meters);
        this.memory = new RocksDbMemory(settings.processing().rocksDbMemoryBytes());
        KafkaStreams streams;
        try {
            streams = new KafkaStreams(topology, StreamsProperties.of(settings, topics, meters, memory));
        } catch (RuntimeException failed) {
            memory.close();
            throw failed;
        }
        this.process = new StreamsProcess(streams, settings.processing(), meters);
        this.gate = ReferenceGate.of(streams, topics, settings.processing().whenReferenceEmpty());
        this.metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meterRegistry);
    }

    /**
     * Checks the registry, its schemas and the topics, and that what was counted before was counted with the same settings,
     * and starts to process letters; those wait for a reference first if
     * there is none and the settings say so.
     *
     * @param meterRegistry takes the program's meters and those of Kafka Streams
     * @throws StartException if something that it needs isn't there; names all of it
     */
    public static ImrStream start(Settings settings, MeterRegistry meterRegistry) {
        SchemaRegistry registry = connect(settings);
        try {
            var topics = Topics.of(settings.topicPrefix(), registry);
            List<String> problems = problems(settings, registry, topics);
            if (!problems.isEmpty()) {
                throw new StartException(problems);
            }
            StateTerms.agree(settings, topics);
            var stream = new ImrStream(settings, registry, topics, meterRegistry);
            stream.process.start();
            stream.gate.watch();
            return stream;
        } catch (TermsException refused) {
            registry.close();
            throw new StartException(refused.problems());
        } catch (KafkaException failed) {
            registry.close();
            throw new StartException(List.of(String.valueOf(failed.getMessage())));
        } catch (RuntimeException failed) {
            registry.close();
            throw failed;
        }
    }

    /** The topics that it reads and writes. */
    public Topics topics() {
        return topics;
    }

    /** Kafka Streams, for queries. */
    public KafkaStreams streams() {
        return process.streams();
    }

    /** Waits until letters are being processed. False if the time is over, or the process has ended. */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        return process.awaitRunning(timeout);
    }

    /** Waits for a fatal error or for {@link #close}; gives what was wrong, in one line, or nothing. */
    public Optional<String> awaitEnd() throws InterruptedException {
        return process.awaitEnd();
    }

    /** The first fatal error so far, in one line. */
    public Optional<String> failure() {
        return process.failure();
    }

    /** Has the JVM end cleanly when it is told to terminate, within the close timeout. */
    public void closeWithJvm() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "imr-shutdown"));
    }

    /** Ends processing within the close timeout. A second caller waits for the first. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        gate.close();
        metrics.close();
        // Stores that are still open use the memory.
        if (process.stop()) {
            memory.close();
        }
        registry.close();
    }

    private static SchemaRegistry connect(Settings settings) {
        try {
            return SchemaRegistry.connect(
                    settings.registry().url(), settings.registry().properties());
        } catch (IllegalArgumentException unusable) {
            throw new StartException(List.of(String.valueOf(unusable.getMessage())));
        }
    }

    private static List<String> problems(Settings settings, SchemaRegistry registry, Topics topics) {
        List<String> problems = new ArrayList<>();
        try {
            registry.check();
            prepareSchemas(topics);
        } catch (RegistryException fault) {
            problems.add(String.valueOf(fault.getMessage()));
        }
        try (TopicCheck check = TopicCheck.connect(settings, topics)) {
            problems.addAll(check.problems());
        } catch (KafkaException fault) {
            problems.add(String.valueOf(fault.getMessage()));
        }
        return problems;
    }

    /**
     * Registers or looks up the schemas that it writes with. At start rather than with the first record, so that a
     * schema which the registry refuses shows at once, and the registry may be down from then on.
     */
    static void prepareSchemas(Topics topics) {
        prepare(topics.disputedItems());
        prepare(topics.outcomes());
    }

    private static void prepare(Topic<?, ?> topic) {
        for (Serde<?> serde : List.of(topic.keySerde(), topic.valueSerde())) {
            if (serde instanceof AvroSerde<?> avro) {
                avro.prepare(topic.name());
            }
        }
    }
}
