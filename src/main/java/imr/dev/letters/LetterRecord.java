package imr.dev.letters;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a stream of letters, and what is to become of it.
 *
 * @param key record key
 * @param timestamp the record's own time
 * @param headers record headers by name
 * @param text the letter as its bytes
 * @param arrival what the letter is to those before it
 * @param truth what the letter says; null when it is to be rejected
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on as it is to a producer; nobody compares records by value.
public record LetterRecord(
        String key,
        Instant timestamp,
        Map<String, String> headers,
        byte[] text,
        Arrival arrival,
        @Nullable LetterTruth truth) {

    /** What a letter is to those before it. */
    public enum Arrival {
        /** The first of its case. */
        FIRST,
        /** Says what the latest of its case says, perhaps with other line breaks and encoding: changes nothing. */
        REPEAT,
        /** Says something else than the latest of its case, and takes its place. */
        AMENDED,
        /** Can't be read, and leaves everything as it was. */
        REJECTED
    }
}
