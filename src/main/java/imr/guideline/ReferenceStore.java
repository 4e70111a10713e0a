package imr.guideline;

import imr.avro.Guideline;
import imr.avro.Treatment;
import imr.config.Settings.WhenEmpty;
import imr.names.StageEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference in use, one for all tasks of the process.
 *
 * <p>It is made of the global stores when the first letter comes. After a change of the stores it is made anew once no
 * further change has come for {@link #QUIET}: a reference that is being loaded takes effect as a whole, not record by
 * record, and costs one making whatever its size. Where changes never stop it is made anew all the same, every half minute.
 *
 * <p>A store restored from its checkpoint announces no record here; the first letter finds its contents all the same.
 */
final class ReferenceStore {
    /** How long no record may have come before a changed reference is used. */
    static final Duration QUIET = Duration.ofSeconds(1);

    private static final int LOOKS_UNTIL_USED_ANYWAY = 30;
    private static final int PROBLEMS_SHOWN = 5;

    private static final Logger log = LoggerFactory.getLogger(ReferenceStore.class);

    /** A reference and the number of changes that the stores had seen by then. */
    private record InUse(long changes, Enricher enricher) {}

    private final WhenEmpty whenEmpty;
    private final StageEvents events;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable InUse inUse;

    ReferenceStore(WhenEmpty whenEmpty, StageEvents events) {
        this.whenEmpty = whenEmpty;
        this.events = events;
    }

    /** Says that a record has come into one of the stores. */
    void changed() {
        changes.incrementAndGet();
    }

    /** What a task sees of the reference, through its own handles on the stores. */
    View view(
            ReadOnlyKeyValueStore<String, Guideline> guidelines, ReadOnlyKeyValueStore<String, Treatment> treatments) {
        return new View(guidelines, treatments);
    }

    final class View {
        private final ReadOnlyKeyValueStore<String, Guideline> guidelines;
        private final ReadOnlyKeyValueStore<String, Treatment> treatments;
        private long changesSeen;
        private int looks;

        private View(
                ReadOnlyKeyValueStore<String, Guideline> guidelines,
                ReadOnlyKeyValueStore<String, Treatment> treatments) {
            this.guidelines = guidelines;
            this.treatments = treatments;
        }

        /** The reference in use. */
        Enricher enricher() {
            InUse current = inUse;
            return (current == null ? makeFirst(this) : current).enricher();
        }

        /** To be called every {@link #QUIET}; uses a changed reference as soon as it may. */
        void lookForChange() {
            InUse current = inUse;
            long now = changes.get();
            if (current == null || current.changes() == now) {
                looks = 0;
            } else if (now == changesSeen || ++looks >= LOOKS_UNTIL_USED_ANYWAY) {
                looks = 0;
                makeAgain(this);
            }
            changesSeen = now;
        }

        private ReferenceTables read() {
            return new ReferenceTables(values(guidelines), values(treatments));
        }
    }

    private synchronized InUse makeFirst(View view) {
        InUse current = inUse;
        if (current == null) {
            // Read before the stores are: a change that comes in between is then seen as one to be read again.
            long before = changes.get();
            current = use(before, view.read());
            if (current == null) {
                throw new ReferenceIsEmptyException();
            }
        }
        return current;
    }

    private synchronized void makeAgain(View view) {
        InUse current = inUse;
        long before = changes.get();
        if (current == null || current.changes() == before) {
            return;
        }
        if (use(before, view.read()) == null) {
            log.warn(
                    "the reference has become empty; going on with version {}",
                    current.enricher().referenceVersion());
            inUse = new InUse(before, current.enricher());
        }
    }

    /** Makes these the reference in use; null where a table is empty and nothing may take its place. */
    private @Nullable InUse use(long change, ReferenceTables found) {
        ReferenceTables tables = found;
        if (tables.lacksATable()) {
            if (whenEmpty == WhenEmpty.WAIT) {
                return null;
            }
            log.warn(
                    "the reference has {} guidelines and {} treatments; using the bundled table in the place of an empty one",
                    tables.guidelines().size(),
                    tables.treatments().size());
            tables = tables.orBundled();
        }
        Enricher enricher = Enricher.of(tables.guidelines(), tables.treatments());
        List<String> problems = enricher.vocabulary().problems();
        log.info(
                "reference version {} in use: {} guidelines, {} treatments",
                enricher.referenceVersion(),
                tables.guidelines().size(),
                tables.treatments().size());
        if (!problems.isEmpty()) {
            log.warn(
                    "{} problems in the treatments, such as: {}",
                    problems.size(),
                    String.join("; ", problems.subList(0, Math.min(PROBLEMS_SHOWN, problems.size()))));
        }
        events.referenceInUse(tables.guidelines().size(), tables.treatments().size(), problems.size());
        InUse made = new InUse(change, enricher);
        inUse = made;
        return made;
    }

    private static <V> List<V> values(ReadOnlyKeyValueStore<String, V> store) {
        List<V> values = new ArrayList<>();
        try (KeyValueIterator<String, V> all = store.all()) {
            while (all.hasNext()) {
                V value = all.next().value;
                // One that is taken away while this goes on.
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /** A letter came while there is nothing to enrich it from. It is to come again. */
    private static final class ReferenceIsEmptyException extends RetriableException {
        private static final long serialVersionUID = 1L;

        ReferenceIsEmptyException() {
            super("the reference is empty");
        }
    }
}
