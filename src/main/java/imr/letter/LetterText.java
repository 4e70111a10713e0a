package imr.letter;

/** The bytes of a letter to text. */
public final class LetterText {

    private LetterText() {}

    /**
     * Text of a letter: UTF-8 if the bytes are valid UTF-8 throughout, or but for a last character that is cut off, else
     * Windows-1252. A byte order mark is dropped. Never throws.
     */
    public static String decode(byte[] letter) {
        return CodedText.of(letter).toString();
    }

    /** Whether the bytes of a decoded letter end within a character, so that some are missing: in text that is UTF-8 but for that. */
    static boolean endsWithinCharacter(byte[] letter, CodedText text) {
        int unfinished = WideDecoder.unfinishedBytes(letter);
        return unfinished > 0 && text.length() < letter.length - unfinished;
    }
}
