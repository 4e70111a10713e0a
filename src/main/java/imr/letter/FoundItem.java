package imr.letter;

import imr.avro.Decision;

/** Where the parts of an item stand in the flat text; a range that the letter lacks is {@link Range#NONE}. */
final class FoundItem {

    /** Part of the flat text. */
    record Range(int start, int end) {
        static final Range NONE = new Range(-1, -1);

        boolean isPresent() {
            return start >= 0;
        }
    }

    final Range label;
    final Decision decision;
    Range administratorGuideline = Range.NONE;
    Range reviewerGuideline = Range.NONE;
    Range rationale = Range.NONE;
    /** Index behind the item's last part, once it is known where the next item starts. */
    int end;

    FoundItem(Range label, Decision decision, int end) {
        this.label = label;
        this.decision = decision;
        this.end = end;
    }
}
