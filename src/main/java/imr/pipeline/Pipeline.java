package imr.pipeline;

import imr.avro.Determination;
import imr.avro.LedgerEntry;
import imr.avro.SeriesKey;
import imr.avro.SeriesTally;
import imr.avro.Tally;
import imr.config.Settings;
import imr.config.Settings.Counting;
import imr.guideline.GuidelineStage;
import imr.ledger.LedgerChange;
import imr.ledger.LedgerStage;
import imr.ledger.TallyStage;
import imr.letter.LetterStage;
import imr.names.StageEvents;
import imr.names.StoreNames;
import imr.names.Topic;
import imr.names.Topics;
import imr.outcome.OutcomeStage;
import imr.serde.StateSerde;
import java.time.Duration;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stages in order, from letters to outcomes.
 *
 * <pre>
 * letters -> letter -> guideline -> ledger -> items -> disputed items
 *                                          -> tally -> (re-keyed by series) -> outcome -> outcomes
 * </pre>
 *
 * <p>Every node, store and internal topic has a name of its own, so that a change of code never orphans state.
 */
public final class Pipeline {

    private Pipeline() {}

    /**
     * The topology of the whole pipeline.
     *
     * @param settings what is counted, by which calendar and for how long; which letters are read
     * @param topics the topics it reads and writes
     * @param events told of what the stages do
     */
    public static Topology topology(Settings settings, Topics topics, StageEvents events) {
        Counting counting = settings.counting();
        Duration commitDelay = settings.processing().idleCommitInterval();
        StreamsBuilder builder = new StreamsBuilder();

        GuidelineStage guideline =
                new GuidelineStage(events, settings.processing().whenReferenceEmpty());
        builder.addGlobalStore(
                referenceStore(StoreNames.GUIDELINES, topics.guidelines()),
                topics.guidelines().name(),
                topics.guidelines().consumedAs("guidelines"),
                guideline.guidelineUpdates());
        builder.addGlobalStore(
                referenceStore(StoreNames.TREATMENTS, topics.treatments()),
                topics.treatments().name(),
                topics.treatments().consumedAs("treatments"),
                guideline.treatmentUpdates());

        KStream<String, Determination> determinations = builder.stream(
                        topics.letters().name(),
                        topics.letters().consumedAs("letters").withTimestampExtractor(new EventTimes(counting)))
                .process(new LetterStage(events, settings.processing().maxLetterBytes()), Named.as("letter"))
                .process(guideline, Named.as("guideline"));

        KStream<String, LedgerChange> changes = determinations.process(
                new LedgerStage(counting, StateSerde.ofValues(LedgerEntry.class), events), Named.as("ledger"));

        changes.flatMap(LedgerStage::itemRecords, Named.as("items"))
                .to(topics.disputedItems().name(), topics.disputedItems().producedAs("disputed-items"));

        changes.process(new TallyStage(counting.zone(), commitDelay), Named.as("tally"))
                .repartition(Repartitioned.<SeriesKey, SeriesTally>as(StoreNames.TALLIES)
                        .withKeySerde(StateSerde.ofKeys(SeriesKey.class))
                        .withValueSerde(StateSerde.ofValues(SeriesTally.class)))
                .process(
                        new OutcomeStage(
                                counting,
                                commitDelay,
                                StateSerde.ofKeys(SeriesKey.class),
                                StateSerde.ofValues(Tally.class)),
                        Named.as("outcome"))
                .to(
                        topics.outcomes().name(),
                        topics.outcomes().producedAs("outcomes").withStreamPartitioner(new BySeries()));

        return builder.build();
    }

    /** Written as on the topic, since Kafka Streams restores a global store from the topic's bytes. */
    private static <V> StoreBuilder<KeyValueStore<String, V>> referenceStore(String name, Topic<String, V> topic) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), topic.keySerde(), topic.valueSerde())
                .withLoggingDisabled();
    }
}
