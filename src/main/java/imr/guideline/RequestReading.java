package imr.guideline;

import imr.avro.Classification;
import imr.avro.ServiceCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request was read.
 *
 * @param rule what decided
 * @param place the words that it went by; null where none of them has a meaning of its own
 * @param term what is meant: what stands at that place, or what that leads on to
 * @param classification what it is by these
 * @param withSurgery whether a label marks it as what goes with an operation
 */
record RequestReading(
        Rule rule, @Nullable Place place, @Nullable Term term, Classification classification, boolean withSurgery) {

    private static final String WITH_SURGERY = "ADJUNCT";

    /** What a service that goes with an operation is counted under if the vocabulary has no name for it. */
    private static final String SURGICAL_SERVICE = "associated surgical service";

    /** What may decide, in the order in which it is tried. */
    enum Rule {
        /** A name of the vocabulary. */
        NAME,
        /** A name with a wrong letter, or torn in two. */
        DAMAGED_NAME,
        /** The ending of a word. */
        ENDING,
        /** A word that tells a class. */
        HINT,
        /** A concentration. */
        CONCENTRATION,
        /** A dose or a quantity. */
        AMOUNT,
        /** Nothing is known. */
        NONE
    }

    /** A term found in a request, from word {@code start} up to but without word {@code end}. */
    record Place(Term term, int start, int end) {}

    RequestReading(Rule rule, @Nullable Place place, @Nullable Term term, Classification classification) {
        this(rule, place, term, classification, false);
    }

    /** The same as part of an operation. */
    RequestReading asWithSurgery() {
        return new RequestReading(rule, place, term, classification, true);
    }

    /** Tells whether what is said beside a known name made it something else than it is by itself. */
    boolean isChangedByForm() {
        return term != null && !classification.equals(term.classification());
    }

    /** What came of it in the end. */
    Classification result() {
        if (!withSurgery) {
            return classification;
        }
        String name = classification.getTreatmentName();
        return new Classification(
                name == null ? SURGICAL_SERVICE : name,
                classification.getDrugClass(),
                ServiceCategory.SURGERY,
                WITH_SURGERY,
                classification.getVariant(),
                classification.getGeneric(),
                List.of());
    }
}
