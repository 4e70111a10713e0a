package imr.letter;

import imr.avro.Determination;

/** What became of a letter. */
public sealed interface ParseResult {

    /** The letter was read, perhaps with warnings. */
    record Parsed(Determination determination) implements ParseResult {}

    /**
     * The letter can't be read.
     *
     * @param line line of the decoded text where the fault shows, from 1
     * @param column column in that line, from 1
     */
    record Rejected(RejectionCode code, int line, int column) implements ParseResult {}
}
