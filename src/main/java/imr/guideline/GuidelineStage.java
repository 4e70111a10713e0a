package imr.guideline;

import imr.avro.Citation;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Guideline;
import imr.avro.ResolutionMethod;
import imr.names.StageEvents;
import imr.names.StoreNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Enriches letters from the guideline reference in the global store {@link StoreNames#GUIDELINES}.
 *
 * <p>The catalog over the store is shared by all tasks of the process, made when the first letter needs it, and made anew
 * when a letter comes after the store changed. A store restored from its checkpoint passes no record through
 * {@link #storeUpdates()}; the first letter finds its contents all the same. The global store runs beside the tasks, so that
 * letters and a change of the reference have no order between them.
 */
public final class GuidelineStage implements ProcessorSupplier<String, Determination, String, Determination> {

    private record Snapshot(long version, Enricher enricher) {}

    private final StageEvents events;
    private final AtomicLong storeVersion = new AtomicLong();
    private volatile @Nullable Snapshot snapshot;

    /** Makes a stage that reports what it can't resolve to {@code events}. */
    public GuidelineStage(StageEvents events) {
        this.events = events;
    }

    @Override
    public Processor<String, Determination, String, Determination> get() {
        return new EnrichLetter();
    }

    /**
     * Supplies the processor that keeps the global store, for {@code addGlobalStore} of this stage's topology: a record
     * without value takes its guideline away.
     */
    public ProcessorSupplier<String, Guideline, Void, Void> storeUpdates() {
        return UpdateStore::new;
    }

    private Enricher enricherFor(ReadOnlyKeyValueStore<String, Guideline> store) {
        // Read before the store is: a change that comes in between is then seen as one to be read again.
        long version = storeVersion.get();
        Snapshot current = snapshot;
        if (current == null || current.version() != version) {
            current = new Snapshot(version, new Enricher(catalogOf(store), TreatmentVocabulary.bundled()));
            snapshot = current;
        }
        return current.enricher();
    }

    private static GuidelineCatalog catalogOf(ReadOnlyKeyValueStore<String, Guideline> store) {
        List<Guideline> guidelines = new ArrayList<>();
        try (KeyValueIterator<String, Guideline> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, Guideline> entry = all.next();
                guidelines.add(entry.value);
            }
        }
        return new GuidelineCatalog(guidelines);
    }

    private void report(Determination enriched) {
        for (DisputedItem item : enriched.getItems()) {
            if (item.getClassification() == null || item.getClassification().getTreatmentName() == null) {
                events.treatmentUnresolved();
            }
            report(item.getClaimsAdministratorCitations());
            report(item.getReviewerCitations());
        }
    }

    private void report(List<Citation> citations) {
        for (Citation citation : citations) {
            if (citation.getResolution() != null
                    && citation.getResolution().getMethod() == ResolutionMethod.UNRESOLVED) {
                events.citationUnresolved();
            }
        }
    }

    private final class EnrichLetter extends ContextualProcessor<String, Determination, String, Determination> {
        private @Nullable ReadOnlyKeyValueStore<String, Guideline> store;

        @Override
        public void init(ProcessorContext<String, Determination> context) {
            super.init(context);
            store = context.<KeyValueStore<String, Guideline>>getStateStore(StoreNames.GUIDELINES);
        }

        @Override
        public void process(Record<String, Determination> letter) {
            if (store == null) {
                throw new IllegalStateException("not initialised");
            }
            Determination enriched = enricherFor(store).enrich(letter.value());
            report(enriched);
            context().forward(letter.withValue(enriched));
        }
    }

    private final class UpdateStore implements Processor<String, Guideline, Void, Void> {
        private @Nullable KeyValueStore<String, Guideline> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(StoreNames.GUIDELINES);
        }

        @Override
        public void process(Record<String, Guideline> guideline) {
            if (store == null) {
                throw new IllegalStateException("not initialised");
            }
            if (guideline.key() != null) {
                store.put(guideline.key(), guideline.value());
                storeVersion.incrementAndGet();
            }
        }
    }
}
