package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.names.Topic;
import imr.serde.RegistryException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/** What a reference topic holds now. */
final class ReferenceContent {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Console console;
    private final KafkaClients kafka;

    ReferenceContent(Console console, KafkaClients kafka) {
        this.console = console;
        this.kafka = kafka;
    }

    /**
     * Reads a topic from its beginning to where it ends now.
     *
     * @return the committed records by id; one that can't be read is said and taken as not there
     */
    <T> Map<String, T> of(Topic<String, T> topic) throws CommandFailed {
        kafka.requireTopic(topic.name());
        Map<String, T> content = new TreeMap<>();
        try (Consumer<byte[], byte[]> consumer = kafka.consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Progress progress = new Progress(console, topic.name());
            while (!isAt(ends, consumer)) {
                for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
                    take(topic, one, content);
                    progress.read();
                }
            }
        } catch (RegistryException registry) {
            throw registry;
        } catch (KafkaException failed) {
            throw kafka.failure(failed);
        }
        return content;
    }

    private <T> void take(Topic<String, T> topic, ConsumerRecord<byte[], byte[]> one, Map<String, T> content) {
        if (one.key() == null) {
            return;
        }
        String id = new String(one.key(), UTF_8);
        content.remove(id);
        try {
            T value = topic.valueSerde().deserializer().deserialize(topic.name(), one.value());
            if (value != null) {
                content.put(id, value);
            }
        } catch (SerializationException unreadable) {
            console.say(
                    "%s partition %d offset %d: the record of %s can't be read and is taken as not there: %s",
                    topic.name(), one.partition(), one.offset(), id, unreadable.getMessage());
        }
    }

    private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Says now and then how far a long topic has been read. */
    private static final class Progress {

        private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

        private final Console console;
        private final String topic;
        private long reported = System.nanoTime();
        private int records;

        Progress(Console console, String topic) {
            this.console = console;
            this.topic = topic;
        }

        void read() {
            records++;
            if (System.nanoTime() - reported > BETWEEN_REPORTS.toNanos()) {
                reported = System.nanoTime();
                console.say("%,d records of %s read", records, topic);
            }
        }
    }
}
