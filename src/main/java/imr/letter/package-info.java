/**
 * Stage: the text of a determination letter to its disputed items, or a rejection with a code and a place. Everything
 * but {@link imr.letter.LetterStage} is plain text work without Kafka. Parsing never throws, never guesses (what a
 * letter does not say is null), takes time in proportion to the letter's length whatever the letter holds, and lets no
 * text of a letter out but in the fields of the result.
 */
@NullMarked
package imr.letter;

import org.jspecify.annotations.NullMarked;
