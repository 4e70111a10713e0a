package imr.runtime;

import imr.config.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Deletes what a compacted topic says, by a tombstone for each key. To cut the topic off would be faster, but brokers
 * refuse it for topics that are only compacted, and whoever has read the records before would never learn that they are
 * gone.
 */
final class OutputEraser implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    OutputEraser(Settings settings) {
        Map<String, Object> reading = new HashMap<>(ClientProperties.ofConsumer(settings));
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Map<String, Object> writing = new HashMap<>(ClientProperties.ofProducer(settings));
        writing.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        writing.put(ProducerConfig.ACKS_CONFIG, "all");
        writing.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
        producer = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Deletes all records, and gives how many keys there were. Keys of one partition are in memory at a time. */
    long erase(String topic) {
        long erased = 0;
        for (var partition : consumer.partitionsFor(topic)) {
            erased += erase(new TopicPartition(topic, partition.partition()));
        }
        return erased;
    }

    private long erase(TopicPartition partition) {
        Set<Bytes> keys = keys(partition);
        AtomicReference<Exception> failure = new AtomicReference<>();
        for (Bytes key : keys) {
            // Into the partition that has the key, however it came there.
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(partition.topic(), partition.partition(), key.get(), null),
                    (written, failed) -> failure.compareAndSet(null, failed));
        }
        producer.flush();
        if (failure.get() != null) {
            throw new KafkaException("not all records of " + partition + " could be deleted", failure.get());
        }
        return keys.size();
    }

    /** Keys whose latest record has a value. */
    private Set<Bytes> keys(TopicPartition partition) {
        Set<Bytes> keys = new LinkedHashSet<>();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        Map<TopicPartition, Long> end = consumer.endOffsets(List.of(partition));
        while (consumer.position(partition) < end.getOrDefault(partition, 0L)) {
            consumer.poll(POLL).forEach(record -> {
                if (record.value() == null) {
                    keys.remove(Bytes.wrap(record.key()));
                } else {
                    keys.add(Bytes.wrap(record.key()));
                }
            });
        }
        return keys;
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
