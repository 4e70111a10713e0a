package imr.spike;

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

    void become(Mirror other) {
        evidence = other.evidence;
        overturned = other.overturned;
        items = other.items;
    }
}
