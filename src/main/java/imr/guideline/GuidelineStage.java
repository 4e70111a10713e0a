package imr.guideline;

import imr.avro.Citation;
import imr.avro.Classification;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.Treatment;
import imr.config.Settings.WhenEmpty;
import imr.names.StageEvents;
import imr.names.StoreNames;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Enriches letters from the reference in the global stores {@link StoreNames#GUIDELINES} and
 * {@link StoreNames#TREATMENTS}, as {@link ReferenceStore} sees it. The stores run beside the tasks, so that letters and a
 * change of the reference have no order between them; each item says by which version it was enriched.
 */
public final class GuidelineStage implements ProcessorSupplier<String, Determination, String, Determination> {

    private final StageEvents events;
    private final ReferenceStore reference;

    /**
     * Makes a stage.
     *
     * @param events told of what it can't resolve, and of the reference it uses
     * @param whenEmpty what to do while a table of the reference holds nothing
     */
    public GuidelineStage(StageEvents events, WhenEmpty whenEmpty) {
        this.events = events;
        this.reference = new ReferenceStore(whenEmpty, events);
    }

    @Override
    public Processor<String, Determination, String, Determination> get() {
        return new EnrichLetter();
    }

    /**
     * Supplies the processor that keeps the global store of guidelines, for {@code addGlobalStore} of this stage's
     * topology: a record without value takes its guideline away.
     */
    public ProcessorSupplier<String, Guideline, Void, Void> guidelineUpdates() {
        return () -> new UpdateStore<>(StoreNames.GUIDELINES);
    }

    /** The same for the global store of treatments. */
    public ProcessorSupplier<String, Treatment, Void, Void> treatmentUpdates() {
        return () -> new UpdateStore<>(StoreNames.TREATMENTS);
    }

    private void report(Determination enriched) {
        for (DisputedItem item : enriched.getItems()) {
            Classification classification = item.getClassification();
            if (classification.getTreatmentName() == null) {
                events.treatmentUnresolved(classification.getServiceCategory());
            }
            report(item.getClaimsAdministratorCitations());
            report(item.getReviewerCitations());
        }
    }

    private void report(List<Citation> citations) {
        for (Citation citation : citations) {
            GuidelineResolution resolution = citation.getResolution();
            if (resolution != null) {
                events.citationLookedUp(resolution.getMethod());
                resolution.getWarnings().forEach(events::citationWarning);
            }
        }
    }

    private final class EnrichLetter extends ContextualProcessor<String, Determination, String, Determination> {
        private ReferenceStore.@Nullable View view;

        @Override
        public void init(ProcessorContext<String, Determination> context) {
            super.init(context);
            ReferenceStore.View own = reference.view(
                    context.<KeyValueStore<String, Guideline>>getStateStore(StoreNames.GUIDELINES),
                    context.<KeyValueStore<String, Treatment>>getStateStore(StoreNames.TREATMENTS));
            view = own;
            context.schedule(ReferenceStore.QUIET, PunctuationType.WALL_CLOCK_TIME, time -> own.lookForChange());
        }

        @Override
        public void process(Record<String, Determination> letter) {
            if (view == null) {
                throw new IllegalStateException("not initialised");
            }
            Determination enriched = view.enricher().enrich(letter.value());
            report(enriched);
            context().forward(letter.withValue(enriched));
        }
    }

    private final class UpdateStore<V> implements Processor<String, V, Void, Void> {
        private final String name;
        private @Nullable KeyValueStore<String, V> store;

        UpdateStore(String name) {
            this.name = name;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(name);
        }

        @Override
        public void process(Record<String, V> entry) {
            if (store == null) {
                throw new IllegalStateException("not initialised");
            }
            if (entry.key() != null) {
                store.put(entry.key(), entry.value());
                reference.changed();
            }
        }
    }
}
