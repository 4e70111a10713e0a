package imr.runtime;

import imr.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The user's Kafka settings as plain clients take them: each its own and those that no Kafka class knows, such as a login
 * module's, and over both what has the client's prefix.
 */
public final class ClientProperties {

    private static final Set<String> PREFIXES = Set.of(
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX,
            StreamsConfig.PRODUCER_PREFIX,
            StreamsConfig.ADMIN_CLIENT_PREFIX,
            StreamsConfig.TOPIC_PREFIX);

    private ClientProperties() {}

    public static Map<String, Object> ofAdmin(Settings settings) {
        return own(settings, StreamsConfig.ADMIN_CLIENT_PREFIX, AdminClientConfig.configNames());
    }

    public static Map<String, Object> ofProducer(Settings settings) {
        return own(settings, StreamsConfig.PRODUCER_PREFIX, ProducerConfig.configNames());
    }

    /** For a consumer outside of any group. */
    public static Map<String, Object> ofConsumer(Settings settings) {
        Map<String, Object> own = own(settings, StreamsConfig.CONSUMER_PREFIX, ConsumerConfig.configNames());
        own.keySet().removeAll(Set.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        return own;
    }

    private static Map<String, Object> own(Settings settings, String prefix, Set<String> known) {
        Map<String, Object> own = new HashMap<>();
        settings.kafka().forEach((name, value) -> {
            if (known.contains(name) || !isKnownToOthers(name)) {
                own.put(name, value);
            }
        });
        settings.kafka().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        return own;
    }

    private static boolean isKnownToOthers(String name) {
        return StreamsConfig.configDef().names().contains(name)
                || ProducerConfig.configNames().contains(name)
                || ConsumerConfig.configNames().contains(name)
                || AdminClientConfig.configNames().contains(name)
                || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
