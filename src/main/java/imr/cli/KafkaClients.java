package imr.cli;

import imr.config.Settings;
import imr.runtime.ClientProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plain Kafka clients with the user's settings, for verbs that do one thing and end. */
final class KafkaClients {

    /** How long a person at a terminal waits before hearing that no broker answers. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Bytes; a letter that is larger than the topic takes is to be refused by the broker, which says so. */
    private static final int LARGEST_REQUEST = 8 << 20;

    private final Settings settings;

    KafkaClients(Settings settings) {
        this.settings = settings;
    }

    Admin admin() throws CommandFailed {
        Map<String, Object> config = defaults(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis()));
        config.putAll(ClientProperties.ofAdmin(settings));
        return open(() -> Admin.create(config));
    }

    /** A producer that writes each record once and in order, whatever the network does. */
    Producer<byte[], byte[]> producer() throws CommandFailed {
        Map<String, Object> config = defaults(Map.of(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE.toMillis(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                // Right after a topic was made a request may find no leader. If the next one overtook it, it would be
                // refused for good as out of order.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST_REQUEST));
        config.putAll(ClientProperties.ofProducer(settings));
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        return open(() -> new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** A consumer outside of any group that sees only what was committed. */
    Consumer<byte[], byte[]> consumer() throws CommandFailed {
        Map<String, Object> config = defaults(Map.of(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis(),
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis()));
        config.putAll(ClientProperties.ofConsumer(settings));
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return open(() -> new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** The answer of a broker. */
    <A> A ask(KafkaFuture<A> question) throws CommandFailed {
        try {
            return question.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause() == null ? failed : failed.getCause());
        } catch (java.util.concurrent.TimeoutException late) {
            throw failure(late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted", stopped);
        }
    }

    /** Checks that a topic is there, so that a wrong name or address shows at once. */
    void requireTopic(String topic) throws CommandFailed {
        try (Admin admin = admin()) {
            if (!ask(admin.listTopics().names()).contains(topic)) {
                throw new CommandFailed(
                        "there is no topic " + topic + " at " + bootstrapServers() + "; imr topics create makes it");
            }
        }
    }

    /** What a client's exception means to people. */
    CommandFailed failure(Throwable failed) {
        if (failed instanceof TimeoutException || failed instanceof java.util.concurrent.TimeoutException) {
            return new CommandFailed(
                    "no answer from Kafka at " + bootstrapServers()
                            + "; is kafka.bootstrap.servers right, and a broker running there?",
                    failed);
        }
        Throwable reason = failed instanceof KafkaException && failed.getCause() != null ? failed.getCause() : failed;
        return new CommandFailed("Kafka at " + bootstrapServers() + ": " + reason.getMessage(), failed);
    }

    String bootstrapServers() {
        return settings.kafka().getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "");
    }

    private interface Opening<C> {
        C open();
    }

    private <C> C open(Opening<C> opening) throws CommandFailed {
        try {
            return opening.open();
        } catch (KafkaException failed) {
            throw failure(failed);
        }
    }

    private static Map<String, Object> defaults(Map<String, Object> values) {
        return new HashMap<>(values);
    }
}
