package imr.letter;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a letter besides its text.
 *
 * @param key the record's key or the file's name: the letter's identity where no case number is printed
 * @param claimsAdministrator who denied the treatment; letters never say it
 */
public record LetterOrigin(@Nullable String key, @Nullable String claimsAdministrator) {

    /** Nothing known. */
    public static final LetterOrigin UNKNOWN = new LetterOrigin(null, null);
}
