package imr.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.config.Settings;
import imr.names.StoreNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A small topic of the application's own that says on which terms its state was counted: one record a setting. It lies
 * beside the changelogs, so that whoever has the state has the terms.
 *
 * <p>Instances that start at once take turns by a common transactional id: each makes the others' unfinished transaction
 * void before it reads, so that exactly one writes the terms and all others find them.
 */
final class CountingTopic {

    /** Record that says which state this is; a new one after each reset. */
    private static final String STATE_ID = "state-id";

    /** Record that is there from the beginning of a reset until the topic is gone. */
    private static final String RESET = "reset";

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int TURNS = 20;

    private final Settings settings;
    private final Brokers brokers;
    private final TopicPartition partition;

    CountingTopic(Settings settings, Brokers brokers) {
        this.settings = settings;
        this.brokers = brokers;
        this.partition = new TopicPartition(StoreNames.countingTopic(settings.applicationId()), 0);
    }

    String name() {
        return partition.topic();
    }

    /**
     * Holds the terms against those that the state was counted on. Where there is no state yet, they are written down.
     *
     * @return the state's id
     * @throws TermsException if the state was counted on other terms, on unknown ones, or is being reset
     */
    String agree(CountingTerms terms) {
        create();
        Map<String, String> written = read();
        for (int turn = 0; written.isEmpty(); turn++) {
            try {
                written = writeFirst(terms);
            } catch (ProducerFencedException | InvalidProducerEpochException | InvalidTxnStateException another) {
                // Another instance has taken its turn, and most likely written something by now. How the broker puts it
                // depends on how far this one had come.
                if (turn == TURNS) {
                    throw another;
                }
            }
        }
        String application = settings.applicationId();
        if (written.containsKey(RESET)) {
            throw new TermsException(List.of("a reset of application " + application
                    + " was begun and is not finished (end it with: imr reset)"));
        }
        List<String> differences = terms.differencesFrom(written);
        if (!differences.isEmpty()) {
            throw TermsException.changed(differences, application);
        }
        return String.valueOf(written.get(STATE_ID));
    }

    /** Nobody may start from now on, until the topic is deleted. */
    void beginReset() {
        create();
        writeReset(Optional.of("begun"));
    }

    /** Takes {@link #beginReset} back, as long as nothing was deleted. */
    void cancelReset() {
        writeReset(Optional.empty());
    }

    private void writeReset(Optional<String> value) {
        try (Producer<byte[], byte[]> producer = producer()) {
            producer.initTransactions();
            write(producer, Map.of(RESET, value));
        }
        // A commit is told when it is decided, and can be read a moment later. The next turn begins after that moment.
        try (Producer<byte[], byte[]> next = producer()) {
            next.initTransactions();
        }
    }

    private Map<String, String> writeFirst(CountingTerms terms) {
        try (Producer<byte[], byte[]> producer = producer()) {
            producer.initTransactions();
            Map<String, String> written = read();
            if (!written.isEmpty()) {
                return written;
            }
            if (brokers.hasState(settings.applicationId())) {
                throw TermsException.unknown(settings.applicationId());
            }
            Map<String, String> first = new TreeMap<>(terms.values());
            first.put(STATE_ID, UUID.randomUUID().toString());
            Map<String, Optional<String>> records = new TreeMap<>();
            first.forEach((name, value) -> records.put(name, Optional.of(value)));
            write(producer, records);
            return first;
        }
    }

    /** Writes all records or none; one without value takes its key away. */
    private void write(Producer<byte[], byte[]> producer, Map<String, Optional<String>> records) {
        producer.beginTransaction();
        for (Map.Entry<String, Optional<String>> one : records.entrySet()) {
            byte[] value = one.getValue().map(text -> text.getBytes(UTF_8)).orElse(null);
            // Whether it was written is told by the commit.
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(name(), 0, one.getKey().getBytes(UTF_8), value));
        }
        producer.commitTransaction();
    }

    private Map<String, String> read() {
        Map<String, String> records = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Map<TopicPartition, Long> end = consumer.endOffsets(List.of(partition));
            while (consumer.position(partition) < end.getOrDefault(partition, 0L)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    String key = new String(record.key(), UTF_8);
                    if (record.value() == null) {
                        records.remove(key);
                    } else {
                        records.put(key, new String(record.value(), UTF_8));
                    }
                }
            }
        }
        return records;
    }

    private void create() {
        if (brokers.topics().contains(name())) {
            return;
        }
        Optional<Short> copies = Optional.of(settings.topics().replication()).filter(replication -> replication > 0);
        NewTopic topic = new NewTopic(name(), Optional.of(1), copies)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            brokers.ask(brokers.admin().createTopics(List.of(topic)).all());
        } catch (TopicExistsException there) {
            // As wanted.
        }
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis()));
        config.putAll(ClientProperties.ofProducer(settings));
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name());
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config =
                new HashMap<>(Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis()));
        config.putAll(ClientProperties.ofConsumer(settings));
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
