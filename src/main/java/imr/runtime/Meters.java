package imr.runtime;

import imr.avro.Decision;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import imr.avro.ServiceCategory;
import imr.names.StageEvents;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All meters of this program. Labels come from closed lists and never hold text of a letter.
 *
 * <p>They count work done by this process: a letter that is read again after a crash counts again. The outcomes
 * themselves are exact; these are for operating it.
 */
public final class Meters implements StageEvents {
    private final MeterRegistry registry;
    private final Counter repeated;
    private final Counter amended;
    private final Counter keyMismatches;
    private final Map<ResolutionMethod, Counter> citations = new EnumMap<>(ResolutionMethod.class);
    private final Counter threadsReplaced;
    private final AtomicInteger guidelines;
    private final AtomicInteger treatments;
    private final AtomicInteger referenceProblems;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        repeated = counter("imr.letters.repeated", "Letters that came again unchanged")
                .register(registry);
        amended = counter("imr.letters.amended", "Letters that came again changed and superseded the former one")
                .register(registry);
        keyMismatches = counter(
                        "imr.letters.key.mismatches", "Letters whose printed case number differs from the record key")
                .register(registry);
        for (ResolutionMethod method : ResolutionMethod.values()) {
            citations.put(
                    method,
                    counter("imr.citations", "Citations looked up in the guideline reference, by how they were found")
                            .tag("method", method.name())
                            .register(registry));
        }
        threadsReplaced = counter("imr.threads.replaced", "Stream threads replaced after a fault that may pass")
                .register(registry);
        guidelines = gauge("imr.reference.guidelines", "Guidelines in the reference in use");
        treatments = gauge("imr.reference.treatments", "Treatments in the reference in use");
        referenceProblems = gauge(
                "imr.reference.problems", "Spellings and classes of treatments in use that don't fit with the others");
    }

    @Override
    public void letterRead(LetterFormat format, int items) {
        counter("imr.letters.read", "Letters read, by layout generation")
                .tag("format", format.name())
                .register(registry)
                .increment();
        counter("imr.items.read", "Disputed items read, by layout generation of their letter")
                .tag("format", format.name())
                .register(registry)
                .increment(items);
    }

    @Override
    public void letterWarning(String code) {
        counter("imr.letters.warnings", "Oddities in letters that were read all the same, by code")
                .tag("code", code)
                .register(registry)
                .increment();
    }

    @Override
    public void letterRepeated() {
        repeated.increment();
    }

    @Override
    public void letterAmended() {
        amended.increment();
    }

    @Override
    public void letterKeyMismatch() {
        keyMismatches.increment();
    }

    @Override
    public void itemDecided(Decision decision) {
        counter("imr.items.decided", "Items counted, by decision")
                .tag("decision", decision.name())
                .register(registry)
                .increment();
    }

    @Override
    public void citationLookedUp(ResolutionMethod method) {
        Objects.requireNonNull(citations.get(method)).increment();
    }

    @Override
    public void citationWarning(String code) {
        counter("imr.citations.warnings", "What does not fit in citations that were found, by code")
                .tag("code", code)
                .register(registry)
                .increment();
    }

    @Override
    public void treatmentUnresolved(ServiceCategory category) {
        counter("imr.treatments.unresolved", "Treatments that the vocabulary has no name for, by service category")
                .tag("category", category.name())
                .register(registry)
                .increment();
    }

    @Override
    public void referenceInUse(int guidelineCount, int treatmentCount, int problemCount) {
        guidelines.set(guidelineCount);
        treatments.set(treatmentCount);
        referenceProblems.set(problemCount);
    }

    @Override
    public void deadLettered(String stage, String code) {
        counter("imr.dead.letters", "Records sent to the dead-letter topic, by stage and code")
                .tag("stage", stage)
                .tag("code", code)
                .register(registry)
                .increment();
    }

    /** A stream thread died of a fault that may pass, and another one takes its place. */
    void threadReplaced() {
        threadsReplaced.increment();
    }

    private AtomicInteger gauge(String name, String description) {
        AtomicInteger value = new AtomicInteger();
        Gauge.builder(name, value, AtomicInteger::get).description(description).register(registry);
        return value;
    }

    private static Counter.Builder counter(String name, String description) {
        return Counter.builder(name).description(description);
    }
}
