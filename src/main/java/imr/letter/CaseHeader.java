package imr.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The block of labels and values that stands before the text from generation V3b on.
 *
 * @param printed whether there is such a block at all
 * @param complete whether each date label of the block has its date
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
        @Nullable LocalDate applicationReceived) {}
