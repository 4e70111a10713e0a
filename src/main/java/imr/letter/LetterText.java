package imr.letter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The bytes of a letter to text. */
public final class LetterText {

    /** What older extractors write; maps every byte to some character, so that decoding can't fail. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

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

    /** Eight bytes at a time: the highest bit of any of them tells. */
    private static boolean isAscii(byte[] letter) {
        int at = 0;
        long bits = 0;
        for (; at + Long.BYTES <= letter.length; at += Long.BYTES) {
            bits |= (long) LONGS.get(letter, at);
        }
        for (; at < letter.length; at++) {
            bits |= letter[at] & 0x80L;
        }
        return (bits & HIGHEST_BITS) == 0;
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
