package imr.letter;

import imr.letter.FoundItem.Range;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The block of labels and values that stands before the text from generation V3b on.
 *
 * @param printed whether there is such a block at all
 * @param complete whether each date label of the block has its date
 * @param places where the values stand
 */
record CaseHeader(
        boolean printed,
        boolean complete,
        @Nullable String caseNumber,
        @Nullable LocalDate dateAssigned,
        @Nullable LocalDate dateOfInjury,
        @Nullable LocalDate decisionDate,
        @Nullable LocalDate urDenialDate,
        @Nullable String priority,
        @Nullable LocalDate applicationReceived,
        Places places) {

    /** Where each value of the header stands in the flat text; {@link Range#NONE} for one that isn't there. */
    record Places(
            Range caseNumber,
            Range dateAssigned,
            Range dateOfInjury,
            Range decisionDate,
            Range urDenialDate,
            Range priority,
            Range applicationReceived) {}
}
