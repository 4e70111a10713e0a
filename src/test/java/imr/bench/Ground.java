package imr.bench;

import imr.avro.Guideline;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.avro.Treatment;
import imr.bench.Totals.Counts;
import imr.bench.Totals.Window;
import imr.config.Settings;
import imr.config.SettingsLoader;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import imr.names.Topic;
import imr.names.Topics;
import imr.runtime.TopicCheck;
import imr.serde.SchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Broker, registry and topics: what contenders work on, and how far they are, seen from outside. */
final class Ground implements AutoCloseable {

    static final int PARTITIONS = 6;

    private final BenchBroker broker;
    private final Map<String, String> settings;
    private final Settings loaded;
    private final SchemaRegistry registry;
    private final Topics topics;
    private final Admin admin;

    private Ground(BenchBroker broker, Map<String, String> extra) {
        this.broker = broker;
        this.settings = new LinkedHashMap<>(Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", broker.registryUrl(),
                "imr.partitions", Integer.toString(PARTITIONS)));
        settings.putAll(extra);
        this.loaded = SettingsLoader.load(null, Map.of(), settings);
        this.registry = SchemaRegistry.connect(loaded.registry().url(), Map.of());
        this.topics = Topics.of(loaded.topicPrefix(), registry);
        this.admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
    }

    /**
     * Starts a broker and makes the topics, with the reference that comes with the program.
     *
     * @param extra settings of contenders beside the defaults
     */
    static Ground prepare(Path folder, Map<String, String> extra) throws Exception {
        Ground ground = new Ground(BenchBroker.start(folder), extra);
        ground.makeTopics();
        ground.publishReference();
        return ground;
    }

    /** Settings that lead a contender here. */
    Map<String, String> settings() {
        return settings;
    }

    Settings loaded() {
        return loaded;
    }

    Topics topics() {
        return topics;
    }

    BenchBroker broker() {
        return broker;
    }

    KafkaProducer<byte[], byte[]> producer(Map<String, Object> extra) {
        Map<String, Object> all = new HashMap<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4"));
        all.putAll(extra);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads whole topics, what is committed of them. */
    KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Letters whose processing a group has committed, by partition. */
    Map<Integer, Long> committed(String group) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<Integer, Long> committed = new TreeMap<>();
        offsets.forEach((partition, offset) -> {
            if (partition.topic().equals(topics.letters().name()) && offset != null) {
                committed.put(partition.partition(), offset.offset());
            }
        });
        return committed;
    }

    /** Partitions of the letters that each member of a group reads. */
    List<Integer> lettersByMember(String group) throws Exception {
        return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                .map(member -> (int) member.assignment().topicPartitions().stream()
                        .filter(partition ->
                                partition.topic().equals(topics.letters().name()))
                        .count())
                .toList();
    }

    /** Records in a topic, with the markers of transactions. */
    long end(String topic) throws Exception {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions(topic).forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    /** Bytes on the broker's disk by topic, of the topics that {@link #sweep} makes anew. */
    Map<String, Long> bytesWritten() throws Exception {
        Map<String, Long> bytes = new TreeMap<>();
        admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                .flatMap(folders -> folders.values().stream())
                .forEach(folder -> folder.replicaInfos()
                        .forEach((partition, replica) -> bytes.merge(partition.topic(), replica.size(), Long::sum)));
        bytes.keySet().removeIf(topic -> topic.startsWith("__") || inputs().contains(topic));
        bytes.values().removeIf(size -> size == 0);
        return bytes;
    }

    /** The latest outcome of each window, and how many there were. */
    long readOutcomes(Map<Window, Counts> latest) {
        long records = 0;
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            List<TopicPartition> partitions = partitions(topics.outcomes().name());
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> outcome : reader.poll(Duration.ofMillis(200))) {
                    Window window = Window.of(key(outcome));
                    OutcomeMetrics metrics = metrics(outcome);
                    if (metrics == null) {
                        latest.remove(window);
                    } else {
                        latest.put(window, Counts.of(metrics));
                    }
                    records++;
                }
            }
        }
        return records;
    }

    /** Reads what outcomes are committed from now on. */
    KafkaConsumer<byte[], byte[]> outcomesFromNowOn() {
        KafkaConsumer<byte[], byte[]> reader = reader();
        List<TopicPartition> partitions = partitions(topics.outcomes().name());
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        partitions.forEach(reader::position);
        return reader;
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    OutcomeKey key(ConsumerRecord<byte[], byte[]> outcome) {
        return topics.outcomes().keySerde().deserializer().deserialize(outcome.topic(), outcome.key());
    }

    OutcomeMetrics metrics(ConsumerRecord<byte[], byte[]> outcome) {
        return topics.outcomes().valueSerde().deserializer().deserialize(outcome.topic(), outcome.value());
    }

    /** Makes the topics that contenders write anew, and takes away what they keep for themselves. */
    void sweep() throws Exception {
        Set<String> swept = new TreeSet<>(admin.listTopics().names().get());
        inputs().forEach(swept::remove);
        admin.deleteTopics(swept).all().get();
        makeTopics();
    }

    private List<String> inputs() {
        return List.of(
                topics.letters().name(),
                topics.guidelines().name(),
                topics.treatments().name());
    }

    private void makeTopics() {
        try (TopicCheck check = TopicCheck.connect(loaded, topics)) {
            check.create();
        }
    }

    private void publishReference() throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        // One request at a time: right after a topic was made it may have no leader yet.
        try (KafkaProducer<byte[], byte[]> producer =
                producer(Map.of(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1))) {
            for (Guideline guideline : BundledGuidelines.load()) {
                sent.add(producer.send(reference(topics.guidelines(), guideline.getId(), guideline)));
            }
            for (Treatment treatment : BundledTreatments.load()) {
                sent.add(producer.send(reference(topics.treatments(), treatment.getId(), treatment)));
            }
        }
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
    }

    private static <V> ProducerRecord<byte[], byte[]> reference(Topic<String, V> topic, String id, V value) {
        return new ProducerRecord<>(
                topic.name(),
                topic.keySerde().serializer().serialize(topic.name(), id),
                topic.valueSerde().serializer().serialize(topic.name(), value));
    }

    @Override
    public void close() {
        admin.close();
        registry.close();
        broker.close();
    }
}
