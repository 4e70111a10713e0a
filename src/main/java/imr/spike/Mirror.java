package imr.spike;

import imr.avro.SpikeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The same sum of evidence the other way round: that the rate has fallen. A normal that is too high (learned in a spike,
 * say) would hide the next spike; this finds out, and without an alert.
 */
final class Mirror {

    double evidence;
    double overturned;
    double items;

    void add(double moreOverturned, double moreItems, double moreEvidence) {
        evidence = Math.max(0, evidence + moreEvidence);
        if (evidence == 0) {
            overturned = 0;
            items = 0;
        } else {
            overturned += moreOverturned;
            items += moreItems;
        }
    }

    void clear() {
        evidence = 0;
        overturned = 0;
        items = 0;
    }

    @Nullable
    SpikeMirror state() {
        return evidence == 0 ? null : new SpikeMirror(evidence, overturned, items);
    }

    void read(@Nullable SpikeMirror state) {
        if (state != null) {
            evidence = state.getEvidence();
            overturned = state.getOverturned();
            items = state.getItems();
        }
    }

    void become(Mirror other) {
        evidence = other.evidence;
        overturned = other.overturned;
        items = other.items;
    }
}
