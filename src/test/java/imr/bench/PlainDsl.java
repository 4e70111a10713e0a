package imr.bench;

import imr.avro.Determination;
import imr.avro.OutcomeKey;
import imr.avro.SeriesCount;
import imr.avro.SeriesKey;
import imr.avro.Tally;
import imr.avro.WindowStep;
import imr.config.Settings;
import imr.config.Settings.Counting;
import imr.guideline.GuidelineStage;
import imr.ledger.CountedSeries;
import imr.letter.LetterStage;
import imr.names.Topic;
import imr.names.Topics;
import imr.outcome.MetricsOfTallies;
import imr.runtime.Meters;
import imr.runtime.RocksDbMemory;
import imr.runtime.StreamsProperties;
import imr.serde.SchemaRegistry;
import imr.serde.StateSerde;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;

/**
 * The pipeline as Kafka Streams' own language suggests it: one record for each series a letter counts under, grouped by
 * series, and added up in windows in RocksDB. Letters are read and enriched by the stages' own code. It has no ledger:
 * there a letter that comes again would count again, for which the language has no word.
 */
final class PlainDsl {

    /** Kafka Streams' own default, which the application does without. */
    private static final long CACHE_BYTES = 10 << 20;

    private PlainDsl() {}

    static void run(Settings settings) throws InterruptedException {
        SchemaRegistry registry = SchemaRegistry.connect(
                settings.registry().url(), settings.registry().properties());
        Topics topics = Topics.of(settings.topicPrefix(), registry);
        Meters meters = new Meters(new SimpleMeterRegistry());
        RocksDbMemory memory = new RocksDbMemory(settings.processing().rocksDbMemoryBytes());
        Properties properties = StreamsProperties.of(settings, topics, meters, memory);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        KafkaStreams streams =
                new KafkaStreams(builder(settings, topics, meters).build(), properties);
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
        streams.start();
        Thread.currentThread().join();
    }

    private static StreamsBuilder builder(Settings settings, Topics topics, Meters meters) {
        StreamsBuilder builder = new StreamsBuilder();
        GuidelineStage guideline =
                new GuidelineStage(meters, settings.processing().whenReferenceEmpty());
        global(builder, topics.guidelines(), "guidelines", guideline.guidelineUpdates());
        global(builder, topics.treatments(), "treatments", guideline.treatmentUpdates());
        KStream<String, Determination> determinations = builder.stream(
                        topics.letters().name(), topics.letters().consumedAs("letters"))
                .process(new LetterStage(meters, settings.processing().maxLetterBytes()), Named.as("letter"))
                .process(guideline, Named.as("guideline"));
        determinations
                .flatMap(
                        (id, letter) -> letter.getItems().stream()
                                .map(item -> KeyValue.pair(id + "#" + item.getPosition(), item))
                                .toList(),
                        Named.as("items"))
                .to(topics.disputedItems().name(), topics.disputedItems().producedAs("disputed-items"));

        CountedSeries series = new CountedSeries(settings.counting());
        KGroupedStream<SeriesKey, Tally> counts = determinations
                .process(() -> new PerSeries(series), Named.as("counts"))
                .groupByKey(Grouped.with(
                        "by-series", StateSerde.ofKeys(SeriesKey.class), StateSerde.ofValues(Tally.class)));
        publish(counts, WindowStep.HOUR, settings.counting(), topics);
        publish(counts, WindowStep.DAY, settings.counting(), topics);
        return builder;
    }

    private static <V> void global(
            StreamsBuilder builder,
            Topic<String, V> topic,
            String name,
            ProcessorSupplier<String, V, Void, Void> updates) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), topic.keySerde(), topic.valueSerde())
                        .withLoggingDisabled(),
                topic.name(),
                topic.consumedAs(name),
                updates);
    }

    private static void publish(
            KGroupedStream<SeriesKey, Tally> counts, WindowStep step, Counting counting, Topics topics) {
        String name = "by-" + step.name().toLowerCase(Locale.ROOT);
        CalendarWindows windows = new CalendarWindows(step, counting.zone(), counting.retention());
        MetricsOfTallies metrics = new MetricsOfTallies(counting.zone());
        counts.windowedBy(windows)
                .reduce(
                        MetricsOfTallies::sum,
                        Named.as(name),
                        Materialized.<SeriesKey, Tally>as(Stores.persistentWindowStore(
                                        name,
                                        counting.retention().multipliedBy(2),
                                        Duration.ofMillis(windows.size()),
                                        false))
                                .withKeySerde(StateSerde.ofKeys(SeriesKey.class))
                                .withValueSerde(StateSerde.ofValues(Tally.class)))
                .toStream(Named.as(name + "-changes"))
                .map(
                        (window, tally) -> KeyValue.pair(
                                new OutcomeKey(
                                        window.key().getDimension(),
                                        window.key().getValue(),
                                        step,
                                        window.window().startTime()),
                                metrics.of(tally, step, window.window().startTime())),
                        Named.as(name + "-metrics"))
                .to(topics.outcomes().name(), topics.outcomes().producedAs(name + "-outcomes"));
    }

    /** One record for each series that a letter counts under. */
    private static final class PerSeries extends ContextualProcessor<String, Determination, SeriesKey, Tally> {
        private final CountedSeries series;

        PerSeries(CountedSeries series) {
            this.series = series;
        }

        @Override
        public void process(Record<String, Determination> letter) {
            for (SeriesCount count : series.of(letter.value())) {
                context()
                        .forward(letter.withKey(new SeriesKey(count.getDimension(), count.getValue()))
                                .withValue(CountedSeries.tally(count)));
            }
        }
    }
}
