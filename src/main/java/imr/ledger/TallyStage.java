package imr.ledger;

import imr.avro.SeriesKey;
import imr.avro.SeriesTally;
import imr.commit.BeforeCommit;
import imr.commit.PromptCommit;
import imr.names.StoreNames;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Sums up changes in memory and sends the sums on before each commit, within its transaction: one record for each
 * series touched, however many letters touched it.
 *
 * <p>What is in memory was never committed: after a crash the letters are read again and summed up again.
 */
public final class TallyStage implements ProcessorSupplier<String, LedgerChange, SeriesKey, SeriesTally> {

    private final ZoneId zone;
    private final Duration commitDelay;

    /**
     * @param zone whose calendar windows are aligned to
     * @param commitDelay between a letter and its commit while there is time for it
     */
    public TallyStage(ZoneId zone, Duration commitDelay) {
        this.zone = zone;
        this.commitDelay = commitDelay;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(BeforeCommit.store(StoreNames.TALLY_COMMIT));
    }

    @Override
    public Processor<String, LedgerChange, SeriesKey, SeriesTally> get() {
        return new Tallying(new TallyBook(new WindowCalendar(zone)), commitDelay);
    }

    private static final class Tallying implements Processor<String, LedgerChange, SeriesKey, SeriesTally> {

        private final TallyBook book;
        private final Duration commitDelay;
        private ProcessorContext<SeriesKey, SeriesTally> context;
        private PromptCommit prompt;

        Tallying(TallyBook book, Duration commitDelay) {
            this.book = book;
            this.commitDelay = commitDelay;
        }

        @Override
        public void init(ProcessorContext<SeriesKey, SeriesTally> processorContext) {
            context = processorContext;
            book.clear();
            prompt = new PromptCommit(processorContext, commitDelay);
            BeforeCommit.call(processorContext, StoreNames.TALLY_COMMIT, this::sendSums);
        }

        @Override
        public void process(Record<String, LedgerChange> change) {
            if (change.value().former() != null) {
                book.remove(change.value().former());
            }
            book.add(change.value().entry());
            prompt.afterLetter();
        }

        private void sendSums() {
            prompt.atCommit();
            book.drain((series, tally, latest) -> context.forward(new Record<>(series, tally, latest)));
        }
    }
}
