package imr.runtime;

import imr.config.Settings;
import imr.names.StoreNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The brokers of the settings, asked with patience but not for ever; what goes wrong is told with their address. */
final class Brokers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Answers that callers know what to do about. */
    private static final Set<Class<? extends KafkaException>> EXPECTED = Set.of(
            TopicExistsException.class,
            UnknownTopicOrPartitionException.class,
            GroupIdNotFoundException.class,
            GroupNotEmptyException.class);

    private final Admin admin;
    private final String address;

    private Brokers(Admin admin, String address) {
        this.admin = admin;
        this.address = address;
    }

    /**
     * Makes a client for the brokers of the settings.
     *
     * @throws KafkaException if its settings are wrong or no broker's address can be resolved; the message names them
     */
    static Brokers connect(Settings settings) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 3);
        configuration.putAll(ClientProperties.ofAdmin(settings));
        String address = String.valueOf(settings.kafka().get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
        try {
            return new Brokers(Admin.create(configuration), address);
        } catch (KafkaException failed) {
            throw unreachable(address, failed.getCause() == null ? failed : failed.getCause());
        }
    }

    Admin admin() {
        return admin;
    }

    Set<String> topics() {
        return ask(admin.listTopics().names());
    }

    /**
     * Waits until a deleted topic is gone for everybody who asks: one that is started too early would take it for there.
     */
    void awaitGone(String topic) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (topics().contains(topic)) {
            if (System.nanoTime() - end > 0) {
                throw new KafkaException(
                        "Kafka at " + address + " has not deleted topic " + topic + " after " + PATIENCE);
            }
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted while waiting for Kafka at " + address, interrupted);
            }
        }
    }

    int partitions(String topic) {
        return ask(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }

    /** The internal topics of an application that are there, but for the one with its terms. */
    List<String> internalTopics(String application) {
        Set<String> there = topics();
        return StoreNames.internalTopics(application).stream()
                .filter(there::contains)
                .toList();
    }

    /** Partitions for which an application has committed how far it is. */
    int committedPartitions(String application) {
        try {
            return ask(admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata())
                    .size();
        } catch (GroupIdNotFoundException none) {
            return 0;
        }
    }

    /** Whether an application has processed anything before. */
    boolean hasState(String application) {
        return !internalTopics(application).isEmpty() || committedPartitions(application) > 0;
    }

    /**
     * Waits for an answer.
     *
     * @throws KafkaException if there is none; the message names the brokers
     */
    <T> T ask(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            if (cause instanceof KafkaException answer && EXPECTED.contains(answer.getClass())) {
                throw answer;
            }
            throw unreachable(address, cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking Kafka at " + address, interrupted);
        }
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }

    private static KafkaException unreachable(String brokers, Throwable cause) {
        String what = cause.getClass().getSimpleName() + ", " + cause.getMessage();
        return new KafkaException("Kafka at " + brokers + " can't be asked: " + what, cause);
    }
}
