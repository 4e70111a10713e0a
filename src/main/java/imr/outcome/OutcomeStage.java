package imr.outcome;

import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.avro.SeriesKey;
import imr.avro.SeriesTally;
import imr.avro.Tally;
import imr.avro.WindowStep;
import imr.avro.WindowTally;
import imr.commit.BeforeCommit;
import imr.commit.PromptCommit;
import imr.config.Settings.Counting;
import imr.names.RefusalCode;
import imr.names.RejectedException;
import imr.names.StoreNames;
import imr.outcome.WindowChanges.WindowId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Adds tallies to the hour and day windows kept in two window stores. Before each commit it passes on the metrics of each
 * window that changed, once, or deletes them where nothing is left to count; so what the outcomes say in the end depends
 * on the letters that count, and not on the way there.
 *
 * <p>The stores keep windows for twice the retention. The ledger stage refuses late letters by its own partition's
 * stream time; the second half is room for partitions that lie apart in time, as they do in a replay. A tally beyond
 * even that is refused with the code {@code LATE} and not dropped in silence.
 */
public final class OutcomeStage implements ProcessorSupplier<SeriesKey, SeriesTally, OutcomeKey, OutcomeMetrics> {

    private static final String STAGE = "outcome";

    private final Duration kept;
    private final WindowEnd windowEnd;
    private final Duration commitDelay;
    private final Serde<SeriesKey> keySerde;
    private final Serde<Tally> tallySerde;

    /**
     * @param counting the zone and how long windows stay open
     * @param commitDelay between a tally and its commit while there is time for it
     * @param keySerde how series are written in the stores; the same series must always give the same bytes
     * @param tallySerde how tallies are written in the stores
     */
    public OutcomeStage(Counting counting, Duration commitDelay, Serde<SeriesKey> keySerde, Serde<Tally> tallySerde) {
        this.kept = counting.retention().multipliedBy(2);
        this.windowEnd = new WindowEnd(counting.zone());
        this.commitDelay = commitDelay;
        this.keySerde = keySerde;
        this.tallySerde = tallySerde;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                store(StoreNames.HOURS, Duration.ofHours(1)),
                store(StoreNames.DAYS, Duration.ofDays(1)),
                BeforeCommit.store(StoreNames.OUTCOME_COMMIT));
    }

    private StoreBuilder<?> store(String name, Duration window) {
        return Stores.windowStoreBuilder(Stores.persistentWindowStore(name, kept, window, false), keySerde, tallySerde);
    }

    @Override
    public Processor<SeriesKey, SeriesTally, OutcomeKey, OutcomeMetrics> get() {
        return new Summing();
    }

    private final class Summing implements Processor<SeriesKey, SeriesTally, OutcomeKey, OutcomeMetrics> {

        private final WindowChanges changes = new WindowChanges();
        private ProcessorContext<OutcomeKey, OutcomeMetrics> context;
        private PromptCommit prompt;
        private WindowStore<SeriesKey, Tally> hours;
        private WindowStore<SeriesKey, Tally> days;

        @Override
        public void init(ProcessorContext<OutcomeKey, OutcomeMetrics> processorContext) {
            context = processorContext;
            hours = processorContext.getStateStore(StoreNames.HOURS);
            days = processorContext.getStateStore(StoreNames.DAYS);
            changes.clear();
            prompt = new PromptCommit(processorContext, commitDelay);
            BeforeCommit.call(processorContext, StoreNames.OUTCOME_COMMIT, this::sendChanges);
        }

        @Override
        public void process(Record<SeriesKey, SeriesTally> change) {
            prompt.afterRecord();
            long oldest = context.currentStreamTimeMs() - kept.toMillis();
            boolean late = false;
            for (WindowTally window : change.value().getWindows()) {
                if (window.getStart() < oldest) {
                    late = true;
                } else {
                    changes.add(change.key(), window, this::kept);
                }
            }
            if (late) {
                throw new RejectedException(STAGE, RefusalCode.LATE.name());
            }
        }

        private void sendChanges() {
            prompt.atCommit();
            changes.drain(this::commit);
        }

        private @Nullable Tally kept(WindowId window) {
            return store(window).fetch(window.series(), window.start());
        }

        private void commit(WindowId window, @Nullable Tally tally) {
            store(window).put(window.series(), tally, window.start());
            Instant start = Instant.ofEpochMilli(window.start());
            context.forward(new Record<>(
                    new OutcomeKey(window.dimension(), window.value(), window.step(), start),
                    tally == null ? null : Outcomes.metrics(tally, windowEnd.of(window.step(), start)),
                    window.start()));
        }

        private WindowStore<SeriesKey, Tally> store(WindowId window) {
            return window.step() == WindowStep.HOUR ? hours : days;
        }
    }
}
