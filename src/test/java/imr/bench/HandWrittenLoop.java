package imr.bench;

import imr.avro.Determination;
import imr.avro.Dimension;
import imr.avro.DisputedItem;
import imr.avro.OutcomeKey;
import imr.avro.SeriesCount;
import imr.avro.Tally;
import imr.avro.WindowStep;
import imr.config.Settings;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import imr.guideline.Enricher;
import imr.ledger.CountedSeries;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.ParseResult;
import imr.names.Headers;
import imr.names.Topic;
import imr.names.Topics;
import imr.outcome.MetricsOfTallies;
import imr.serde.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that can be done by hand: parse, enrich, publish items, tally in a map, and at each commit publish the windows
 * that changed, in one transaction with the offsets. Uses the stages' own logic. It has no ledger, so that a letter that
 * comes again would count again; and no state that outlives it, so that a crash would lose all.
 */
final class HandWrittenLoop {

    private final Settings settings;
    private final Topics topics;
    private final Enricher enricher = Enricher.of(BundledGuidelines.load(), BundledTreatments.load());
    private final CountedSeries series;
    private final MetricsOfTallies metrics;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<Window, Tally> tallies = new HashMap<>();
    private final Set<Window> changed = new HashSet<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();

    private HandWrittenLoop(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.topics = Topics.of(settings.topicPrefix(), registry);
        this.series = new CountedSeries(settings.counting());
        this.metrics = new MetricsOfTallies(settings.counting().zone());
        Map<String, Object> all = new HashMap<>(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                settings.applicationId(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                // As the application has it.
                ProducerConfig.BATCH_SIZE_CONFIG,
                64 << 10,
                ProducerConfig.LINGER_MS_CONFIG,
                100));
        all.putAll(settings.kafka());
        this.producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private record Window(Dimension dimension, String value, WindowStep step, long start) {}

    static void run(Settings settings) {
        try (SchemaRegistry registry = SchemaRegistry.connect(
                settings.registry().url(), settings.registry().properties())) {
            new HandWrittenLoop(settings, registry).loop();
        }
    }

    private void loop() {
        producer.initTransactions();
        producer.beginTransaction();
        long lastCommit = System.nanoTime();
        try (KafkaConsumer<byte[], byte[]> consumer = BareConsumer.consumer(settings)) {
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(BareConsumer.POLL)) {
                    process(letter);
                }
                if (!offsets.isEmpty()
                        && System.nanoTime() - lastCommit
                                > settings.processing().commitInterval().toNanos()) {
                    commit(consumer);
                    lastCommit = System.nanoTime();
                }
            }
        }
    }

    private void process(ConsumerRecord<byte[], byte[]> letter) {
        offsets.put(new TopicPartition(letter.topic(), letter.partition()), new OffsetAndMetadata(letter.offset() + 1));
        Header administrator = letter.headers().lastHeader(Headers.CLAIMS_ADMINISTRATOR);
        LetterOrigin origin =
                new LetterOrigin(text(letter.key()), administrator == null ? null : text(administrator.value()));
        ParseResult result =
                LetterParser.parse(letter.value(), origin, settings.processing().maxLetterBytes());
        if (!(result instanceof ParseResult.Parsed parsed)) {
            throw new IllegalStateException("a letter of the benchmark is rejected");
        }
        Determination determination = enricher.enrich(parsed.determination());
        for (DisputedItem item : determination.getItems()) {
            send(
                    topics.disputedItems(),
                    determination.getLetterId() + "#" + item.getPosition(),
                    item,
                    letter.timestamp());
        }
        tally(determination, letter.timestamp());
    }

    private void tally(Determination determination, long eventTime) {
        long hour = series.hourStart(eventTime);
        long day = series.dayStart(eventTime);
        for (SeriesCount count : series.of(determination)) {
            Tally change = CountedSeries.tally(count);
            add(new Window(count.getDimension(), count.getValue(), WindowStep.HOUR, hour), change);
            add(new Window(count.getDimension(), count.getValue(), WindowStep.DAY, day), change);
        }
    }

    private void add(Window window, Tally change) {
        tallies.merge(window, change, MetricsOfTallies::sum);
        changed.add(window);
    }

    private void commit(KafkaConsumer<byte[], byte[]> consumer) {
        for (Window window : changed) {
            Tally tally = tallies.get(window);
            Instant start = Instant.ofEpochMilli(window.start());
            send(
                    topics.outcomes(),
                    new OutcomeKey(window.dimension(), window.value(), window.step(), start),
                    metrics.of(tally, window.step(), start),
                    window.start());
        }
        changed.clear();
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        offsets.clear();
        producer.beginTransaction();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The commit fails if one of them did.
    private <K, V> void send(Topic<K, V> topic, K key, V value, long timestamp) {
        producer.send(new ProducerRecord<>(
                topic.name(),
                null,
                timestamp,
                topic.keySerde().serializer().serialize(topic.name(), key),
                topic.valueSerde().serializer().serialize(topic.name(), value)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
