package imr.app;

import imr.config.Settings;
import imr.dev.letters.LetterRecord;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import imr.names.Topic;
import imr.names.Topics;
import imr.runtime.TopicCheck;
import imr.serde.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topics of one test, and the publisher of its letters. */
final class TestTopics implements AutoCloseable {

    private final Settings settings;
    private final SchemaRegistry registry;
    private final Topics topics;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    private TestTopics(Settings settings) {
        this.settings = settings;
        registry = SchemaRegistry.connect(
                settings.registry().url(), settings.registry().properties());
        topics = Topics.of(settings.topicPrefix(), registry);
        // One request at a time: a partition may have no leader yet right after it was made, and those that follow the
        // one
        // which is sent again would be refused as out of order.
        Map<String, Object> client = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.kafka().get("bootstrap.servers"),
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1);
        admin = Admin.create(client);
        producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static TestTopics create(Settings settings) {
        TestTopics created = new TestTopics(settings);
        try (TopicCheck check = TopicCheck.connect(settings, created.topics)) {
            check.create();
        }
        return created;
    }

    Topics names() {
        return topics;
    }

    /** Keeps the topic from being compacted, so that a test sees all that was ever published. */
    void keepEveryRecord(Topic<?, ?> topic) throws ExecutionException, InterruptedException {
        ConfigEntry never = new ConfigEntry(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        List.of(new AlterConfigOp(never, AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    void publishReference() {
        BundledGuidelines.load().forEach(guideline -> publish(topics.guidelines(), guideline.getId(), guideline));
        BundledTreatments.load().forEach(treatment -> publish(topics.treatments(), treatment.getId(), treatment));
        flush();
    }

    /** Publishes to a reference topic; without a value it takes away what has that id. */
    <V> void publish(Topic<String, V> topic, String id, @Nullable V value) {
        send(new ProducerRecord<>(
                topic.name(),
                topic.keySerde().serializer().serialize(topic.name(), id),
                value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value)));
    }

    void publish(LetterRecord letter) {
        publish(letter.key(), letter.text(), letter.headers(), letter.timestamp());
    }

    void publish(String key, byte[] text, Map<String, String> headers, Instant timestamp) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topics.letters().name(), null, timestamp.toEpochMilli(), key.getBytes(StandardCharsets.UTF_8), text);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        sent.add(producer.send(record));
    }

    /** Waits until all is published, or fails if a record could not be. */
    void flush() {
        producer.flush();
        for (Future<RecordMetadata> record : sent) {
            try {
                record.get();
            } catch (InterruptedException | ExecutionException failed) {
                throw new AssertionError("A record could not be published", failed);
            }
        }
        sent.clear();
    }

    /** Letters that are published and whose processing isn't committed. */
    long lettersLeft() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(settings.applicationId())
                .partitionsToOffsetAndMetadata()
                .get();
        int partitions = admin.describeTopics(List.of(topics.letters().name()))
                .allTopicNames()
                .get()
                .get(topics.letters().name())
                .partitions()
                .size();
        long left = 0;
        for (int i = 0; i < partitions; i++) {
            TopicPartition partition = new TopicPartition(topics.letters().name(), i);
            long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            OffsetAndMetadata done = committed.get(partition);
            left += end - (done == null ? 0 : done.offset());
        }
        return left;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        registry.close();
    }
}
