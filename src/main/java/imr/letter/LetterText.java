package imr.letter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The bytes of a letter to text. */
public final class LetterText {

    /** What older extractors write; maps every byte to some character, so that decoding can't fail. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private LetterText() {}

    /**
     * Text of a letter: UTF-8 if the bytes are valid UTF-8 throughout, else Windows-1252. A byte order mark is
     * dropped. Never throws.
     */
    public static String decode(byte[] letter) {
        String text = isAscii(letter) ? new String(letter, StandardCharsets.ISO_8859_1) : decodeWide(letter);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean isAscii(byte[] letter) {
        for (byte b : letter) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static String decodeWide(byte[] letter) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(letter))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(letter, FALLBACK);
        }
    }
}
