package imr.dev;

import imr.avro.OutcomeKey;
import imr.names.Topic;
import imr.names.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows what comes out: outcomes and dead letters, from the beginning and only what was committed. */
final class OutcomeFeed implements AutoCloseable {

    private final Topics topics;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final OutcomeTotals totals = new OutcomeTotals();
    private long rejected;

    OutcomeFeed(String bootstrapServers, Topics topics) {
        this.topics = topics;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic<?, ?> topic : List.of(topics.outcomes(), topics.deadLetters())) {
            for (PartitionInfo partition : consumer.partitionsFor(topic.name())) {
                partitions.add(new TopicPartition(partition.topic(), partition.partition()));
            }
        }
        consumer.assign(partitions);
    }

    /** Waits for news for up to the time given; false if there were none. */
    boolean read(Duration patience) {
        boolean news = false;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            news = true;
            if (record.topic().equals(topics.deadLetters().name())) {
                rejected++;
            } else {
                outcome(record);
            }
        }
        return news;
    }

    private void outcome(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        OutcomeKey key = topics.outcomes().keySerde().deserializer().deserialize(topic, record.key());
        totals.accept(key, topics.outcomes().valueSerde().deserializer().deserialize(topic, record.value()));
    }

    /** Whether so many letters show as counted or rejected, and all dimensions agree on their items. */
    boolean holds(long letters) {
        return totals.all().letters() + rejected >= letters && totals.settled();
    }

    OutcomeTotals totals() {
        return totals;
    }

    /** Letters in the dead-letter topic. */
    long rejected() {
        return rejected;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
