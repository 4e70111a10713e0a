package imr.ledger;

import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.LedgerEntry;
import imr.config.Settings.Counting;
import imr.config.Settings.EventTime;
import imr.ledger.Ledger.Verdict;
import imr.names.Headers;
import imr.names.RefusalCode;
import imr.names.RejectedException;
import imr.names.StageEvents;
import imr.names.StoreNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Ties the {@link Ledger} to Kafka Streams: one state store, by letter id. Passes on what changes the record; repeats
 * end here, and late letters are refused with the code {@code LATE}.
 */
public final class LedgerStage implements ProcessorSupplier<String, Determination, String, LedgerChange> {

    private static final String STAGE = "ledger";

    private final Ledger ledger;
    private final boolean byDecisionDate;
    private final WindowCalendar calendar;
    private final Serde<LedgerEntry> entrySerde;
    private final StageEvents events;

    /**
     * @param counting what letters count under, and for how long windows stay open
     * @param entrySerde how ledger entries are kept
     * @param events told of repeats, amendments and decisions
     */
    public LedgerStage(Counting counting, Serde<LedgerEntry> entrySerde, StageEvents events) {
        this.ledger = new Ledger(
                new Series(counting.dimensions(), counting.claimsAdministrators()),
                counting.retention().toMillis());
        this.byDecisionDate = counting.eventTime() == EventTime.DECISION_DATE;
        this.calendar = new WindowCalendar(counting.zone());
        this.entrySerde = entrySerde;
        this.events = events;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(StoreNames.LEDGER), Serdes.String(), entrySerde));
    }

    @Override
    public Processor<String, Determination, String, LedgerChange> get() {
        return new Weighing();
    }

    /** The records that a change makes on the topic of disputed items, tombstones included. */
    public static List<KeyValue<String, @Nullable DisputedItem>> itemRecords(String letterId, LedgerChange change) {
        List<KeyValue<String, @Nullable DisputedItem>> records = new ArrayList<>();
        change.items().forEach((key, item) -> records.add(KeyValue.pair(key, item)));
        return records;
    }

    /** A header that isn't used, since its day can't be right, leaves the record's own time, which is no midnight. */
    private boolean isDatedByIntake(Record<String, Determination> letter) {
        return byDecisionDate
                && letter.headers().lastHeader(Headers.DECISION_DATE) != null
                && calendar.dayStart(letter.timestamp()) == letter.timestamp();
    }

    private final class Weighing implements Processor<String, Determination, String, LedgerChange> {

        private ProcessorContext<String, LedgerChange> context;
        private KeyValueStore<String, LedgerEntry> entries;

        @Override
        public void init(ProcessorContext<String, LedgerChange> processorContext) {
            context = processorContext;
            entries = processorContext.getStateStore(StoreNames.LEDGER);
        }

        @Override
        public void process(Record<String, Determination> letter) {
            Verdict verdict = ledger.weigh(
                    letter.value(),
                    entries.get(letter.key()),
                    letter.timestamp(),
                    context.currentStreamTimeMs(),
                    isDatedByIntake(letter));
            if (verdict instanceof Verdict.Counted counted) {
                LedgerChange change = counted.change();
                entries.put(letter.key(), change.entry());
                if (change.former() != null) {
                    events.letterAmended();
                }
                change.entry().getDecisions().forEach(events::itemDecided);
                context.forward(letter.withValue(change));
            } else if (verdict instanceof Verdict.Repeat) {
                events.letterRepeated();
            } else {
                throw new RejectedException(STAGE, RefusalCode.LATE.name());
            }
        }
    }
}
