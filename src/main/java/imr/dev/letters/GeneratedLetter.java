package imr.dev.letters;

import java.util.Map;

/**
 * A made-up letter and what it says.
 *
 * @param fileName name for a file of its own, unique by index
 * @param key record key: case number, or a document id of the intake
 * @param headers record headers by name
 * @param text the letter as its bytes
 * @param truth what a reader should find in it
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on as it is to a producer; nobody compares letters by value.
public record GeneratedLetter(
        String fileName, String key, Map<String, String> headers, byte[] text, LetterTruth truth) {}
