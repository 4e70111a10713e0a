package imr.config;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka's clients know of settings. A name they don't know is refused if it looks like a slip of one they do, and
 * passed on otherwise: interceptors, reporters and login modules read settings of their own.
 */
final class KafkaNames {
    private static final String ALREADY_FIXED = "is fixed by this program";

    /** What this program sets itself, with the setting to use instead. */
    private static final Map<String, String> OWNED = Map.ofEntries(
            entry(StreamsConfig.APPLICATION_ID_CONFIG, SettingsDef.APPLICATION_ID),
            entry(StreamsConfig.STATE_DIR_CONFIG, SettingsDef.STATE_DIR),
            entry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, SettingsDef.THREADS),
            entry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, SettingsDef.COMMIT_INTERVAL),
            entry(StreamsConfig.REPLICATION_FACTOR_CONFIG, SettingsDef.REPLICATION),
            entry(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SettingsDef.ROCKSDB_MEMORY),
            entry(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, SettingsDef.EVENT_TIME),
            entry("default.deserialization.exception.handler", ""),
            entry("default.production.exception.handler", ""),
            entry(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, ""),
            entry(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ""),
            entry("processing.exception.handler.global.enabled", ""),
            entry(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, ""),
            entry(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, ""));

    private static final Set<String> TOPIC_NAMES = Set.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.COMPRESSION_TYPE_CONFIG,
            TopicConfig.DELETE_RETENTION_MS_CONFIG,
            TopicConfig.FILE_DELETE_DELAY_MS_CONFIG,
            TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG,
            TopicConfig.FLUSH_MS_CONFIG,
            TopicConfig.INDEX_INTERVAL_BYTES_CONFIG,
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
            TopicConfig.PREALLOCATE_CONFIG,
            TopicConfig.RETENTION_BYTES_CONFIG,
            TopicConfig.RETENTION_MS_CONFIG,
            TopicConfig.SEGMENT_BYTES_CONFIG,
            TopicConfig.SEGMENT_INDEX_BYTES_CONFIG,
            TopicConfig.SEGMENT_JITTER_MS_CONFIG,
            TopicConfig.SEGMENT_MS_CONFIG,
            TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG);

    private static final List<Client> CLIENTS = List.of(
            new Client("main.consumer.", ConsumerConfig.configDef()),
            new Client("restore.consumer.", ConsumerConfig.configDef()),
            new Client("global.consumer.", ConsumerConfig.configDef()),
            new Client("consumer.", ConsumerConfig.configDef()),
            new Client("producer.", ProducerConfig.configDef()),
            new Client("admin.", AdminClientConfig.configDef()),
            new Client("", StreamsConfig.configDef()),
            new Client("", ConsumerConfig.configDef()),
            new Client("", ProducerConfig.configDef()),
            new Client("", AdminClientConfig.configDef()));

    private KafkaNames() {}

    /** Whether one of the clients has a setting of that name, without {@code kafka.} in front. */
    static boolean isKnown(String name) {
        return definition(name).isPresent() || isTopicSetting(name);
    }

    /** Whether a name looks like a slip of one that a client knows; the one it is nearest to. */
    static Optional<String> nearMiss(String name) {
        return isKnown(name) ? Optional.empty() : Spelling.nearest(name, all());
    }

    /** What is wrong with a setting that isn't a near miss; empty if nothing is, or nobody here could tell. */
    static Optional<String> problem(String name, String value) {
        String instead = OWNED.get(name);
        if (instead != null) {
            return Optional.of(instead.isEmpty() ? ALREADY_FIXED : "is set by " + instead);
        }
        return definition(name).map(key -> badValue(key, value));
    }

    private static @Nullable String badValue(ConfigDef.ConfigKey key, String value) {
        try {
            Object parsed = ConfigDef.parseType(key.name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(key.name, parsed);
            }
            return null;
        } catch (ConfigException invalid) {
            return Reason.of(invalid, key.name);
        }
    }

    private static Optional<ConfigDef.ConfigKey> definition(String name) {
        for (Client client : CLIENTS) {
            if (name.startsWith(client.prefix)) {
                ConfigDef.ConfigKey key = client.settings.configKeys().get(name.substring(client.prefix.length()));
                if (key != null) {
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isTopicSetting(String name) {
        return name.startsWith(StreamsConfig.TOPIC_PREFIX)
                && TOPIC_NAMES.contains(name.substring(StreamsConfig.TOPIC_PREFIX.length()));
    }

    private static Set<String> all() {
        Set<String> names = new TreeSet<>();
        for (Client client : CLIENTS) {
            client.settings.names().forEach(name -> names.add(client.prefix + name));
        }
        TOPIC_NAMES.forEach(name -> names.add(StreamsConfig.TOPIC_PREFIX + name));
        return names;
    }

    /** A client that takes settings with a prefix. */
    private record Client(String prefix, ConfigDef settings) {}
}
