package imr.letter;

import imr.avro.Decision;
import imr.avro.Span;
import org.jspecify.annotations.Nullable;

/** Where the parts of an item stand in the flat text; a range that the letter lacks is {@link Range#NONE}. */
final class FoundItem {

    /** Part of the flat text. */
    record Range(int start, int end) {
        static final Range NONE = new Range(-1, -1);

        boolean isPresent() {
            return start >= 0;
        }

        /** Where it stands in the decoded text; null for {@link #NONE}. */
        @Nullable
        Span span(FlatText flat) {
            return isPresent() ? flat.span(start, end) : null;
        }
    }

    final Range label;
    final Decision decision;
    final Range decisionWords;
    Range administratorGuideline = Range.NONE;
    Range reviewerGuideline = Range.NONE;
    Range rationale = Range.NONE;
    /** Index behind the item's last part, once it is known where the next item starts. */
    int end;

    FoundItem(Range label, Decision decision, Range decisionWords, int end) {
        this.label = label;
        this.decision = decision;
        this.decisionWords = decisionWords;
        this.end = end;
    }
}
