package imr.guideline;

import imr.avro.Guideline;
import imr.avro.Treatment;
import java.util.List;

/**
 * What a reference is made of.
 *
 * @param guidelines what citations are resolved to
 * @param treatments what requests are classified as
 */
record ReferenceTables(List<Guideline> guidelines, List<Treatment> treatments) {

    boolean lacksATable() {
        return guidelines.isEmpty() || treatments.isEmpty();
    }

    /** The same with the bundled table in the place of one that is empty. */
    ReferenceTables orBundled() {
        return new ReferenceTables(
                guidelines.isEmpty() ? BundledGuidelines.load() : guidelines,
                treatments.isEmpty() ? BundledTreatments.load() : treatments);
    }
}
