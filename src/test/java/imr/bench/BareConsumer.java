package imr.bench;

import imr.config.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads every letter and commits. */
final class BareConsumer {

    static final Duration POLL = Duration.ofMillis(100);

    private BareConsumer() {}

    static KafkaConsumer<byte[], byte[]> consumer(Settings settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                settings.applicationId(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                // As many as Kafka Streams takes.
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1_000,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"));
        all.putAll(settings.kafka());
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(settings.topicPrefix() + "letters"));
        return consumer;
    }

    static void run(Settings settings) {
        long bytes = 0;
        long lastCommit = System.nanoTime();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(settings)) {
            while (bytes >= 0) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(POLL)) {
                    bytes += letter.value().length;
                }
                if (System.nanoTime() - lastCommit
                        > settings.processing().commitInterval().toNanos()) {
                    consumer.commitSync();
                    lastCommit = System.nanoTime();
                }
            }
        }
    }
}
