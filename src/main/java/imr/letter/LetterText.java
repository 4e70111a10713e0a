package imr.letter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a letter to text. */
public final class LetterText {

    /** What older extractors write; maps every byte to some character, so that decoding can't fail. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private LetterText() {}

    /**
     * Text of a letter: UTF-8 if the bytes are valid UTF-8 throughout, or but for a last character that is cut off, else
     * Windows-1252. A byte order mark is dropped. Never throws.
     */
    public static String decode(byte[] letter) {
        return isAscii(letter)
                ? new String(letter, StandardCharsets.ISO_8859_1)
                : decodeWide(letter).toString();
    }

    /** Eight bytes at a time: the highest bit of any of them tells. */
    static boolean isAscii(byte[] letter) {
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

    /** Text of a letter that isn't plain ASCII, in an array of its own. */
    static CharBuffer decodeWide(byte[] letter) {
        CharBuffer text = utf8(letter, letter.length);
        int whole = letter.length - unfinishedBytes(letter);
        if (text == null && whole < letter.length && !isAscii(Arrays.copyOf(letter, whole))) {
            text = utf8(letter, whole);
        }
        text = text == null ? FALLBACK.decode(ByteBuffer.wrap(letter)) : text;
        return text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK ? text.position(1) : text;
    }

    private static @Nullable CharBuffer utf8(byte[] letter, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(letter, 0, length));
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** Whether the bytes end within a character, so that some are missing: in text that is UTF-8 but for that. */
    static boolean endsWithinCharacter(byte[] letter) {
        int unfinished = unfinishedBytes(letter);
        return unfinished > 0 && decode(letter).length() < letter.length - unfinished;
    }

    /** Bytes at the end that begin a character of UTF-8 and don't finish it. */
    private static int unfinishedBytes(byte[] letter) {
        int at = letter.length - 1;
        while (at >= 0 && letter.length - at <= 3) {
            int b = letter[at] & 0xFF;
            int length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC2 ? 2 : 0;
            if (length > 0) {
                int there = letter.length - at;
                return length > there ? there : 0;
            }
            if (b < 0x80) {
                return 0;
            }
            at--;
        }
        return 0;
    }
}
