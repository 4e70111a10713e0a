package imr.letter;

import imr.avro.Determination;
import imr.avro.LetterWarning;
import org.jspecify.annotations.Nullable;

/** What became of a letter. */
public sealed interface ParseResult {

    /**
     * The letter was read, perhaps with warnings.
     *
     * @param determination what it says, as far as it can be read
     * @param firstLoss the first warning that something is lost; null if nothing is
     */
    record Parsed(Determination determination, @Nullable LetterWarning firstLoss) implements ParseResult {}

    /**
     * The letter can't be read.
     *
     * @param line line of the decoded text where the fault shows, from 1
     * @param column column in that line, from 1
     */
    record Rejected(RejectionCode code, int line, int column) implements ParseResult {}
}
