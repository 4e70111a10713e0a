package imr.runtime;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import imr.config.Settings;
import imr.config.Settings.Processing;
import imr.names.StageEvents;
import imr.names.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams, each with its reason; {@code kafka.*} settings go over those that are defaults here. */
public final class StreamsProperties {
    /** Fits the largest letter that the input topic takes, with headers, into the dead-letter topic. */
    public static final int LARGEST_RECORD = 4 << 20;

    /** Older than any letter. */
    private static final Duration WINDOWS_KEPT_BEYOND = Duration.ofDays(36_525);

    /** Deprecated from the start, since it is to become the only way. */
    private static final String HANDLER_FOR_GLOBAL_THREAD = "processing.exception.handler.global.enabled";

    private StreamsProperties() {}

    /**
     * The settings for one process.
     *
     * @param events told of dead letters
     * @param memory shared by the state stores; to be closed after them
     */
    public static Properties of(Settings settings, Topics topics, StageEvents events, RocksDbMemory memory) {
        Map<String, Object> all = new HashMap<>(defaults(settings.processing()));
        all.putAll(settings.kafka());
        all.putAll(owned(settings, topics, events, memory));
        var properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    private static Map<String, Object> defaults(Processing processing) {
        return Map.ofEntries(
                Map.entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2),
                // The streams rebalance protocol keeps standby and warm-up settings on the broker, out of reach of the
                // settings here, and needs brokers that have it switched on. Classic works with all of them.
                Map.entry(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic"),
                // A thread or process that died is missed after ten seconds, not 45: nobody takes over before.
                Map.entry(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000),
                // A node, store or topic without a name of its own is an error: its generated one would change with the
                // topology, and orphan its state.
                Map.entry(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true),
                // The handler has the same answer for the reference's records: stop, and say so. Kafka warns where this
                // is
                // missing, and has its constant deprecated from the start.
                Map.entry("processing.exception.handler.global.enabled", true),
                // The topology is written as it is to run; optimisation could only rename or merge what is named.
                Map.entry(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION),
                // Stages that sum up before they send do it themselves; a second cache in front would only hold bytes.
                Map.entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L),
                // Changelogs of windows are deleted by the wall clock, windows by event time: in a replay of old
                // letters
                // their changelog would be gone while they are still open.
                Map.entry(
                        StreamsConfig.WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG,
                        WINDOWS_KEPT_BEYOND.toMillis()),
                // While it waits for records a thread looks at no clock, and a commit that is due has to wait, too.
                Map.entry(
                        StreamsConfig.POLL_MS_CONFIG,
                        Math.min(100, processing.idleCommitInterval().toMillis())),
                // Record-level metrics cost time on every record.
                Map.entry(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG, "INFO"),
                Map.entry(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD),
                // Letters are text: a third of the bytes on the wire and on the broker's disk.
                Map.entry(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4"),
                // Items have some kilobytes each; five of them, which is what fits by default, are too few to compress
                // well.
                Map.entry(producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 << 10),
                Map.entry(topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Integer.toString(LARGEST_RECORD)));
    }

    private static Map<String, Object> owned(
            Settings settings, Topics topics, StageEvents events, RocksDbMemory memory) {
        Processing processing = settings.processing();
        return Map.ofEntries(
                Map.entry(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId()),
                Map.entry(
                        StreamsConfig.STATE_DIR_CONFIG,
                        processing.stateDirectory().toString()),
                Map.entry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, processing.threads()),
                Map.entry(
                        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                        processing.commitInterval().toMillis()),
                Map.entry(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int)
                        settings.topics().replication()),
                Map.entry(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class),
                Map.entry(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingFailures.class),
                Map.entry(HANDLER_FOR_GLOBAL_THREAD, true),
                Map.entry(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableRecords.class),
                Map.entry(
                        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                        topics.deadLetters().name()),
                Map.entry(DeadLetters.LETTERS_TOPIC, topics.letters().name()),
                Map.entry(DeadLetters.EVENTS, events),
                Map.entry(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbLimits.class),
                Map.entry(RocksDbLimits.MEMORY, memory));
    }
}
