package imr.letter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Tells bytes that are no text: by how files of the usual kinds begin, or by too many control characters. Some are
 * forgiven, since extractors leave one here and there where a letter has a bullet or a logo.
 */
final class BinaryContent {

    /** How files begin: documents, archives, images, and text in UTF-16 or UTF-32 with a byte order mark. */
    private static final byte[][] BEGINNINGS = {
        bytes("%PDF-"),
        bytes("{\\rtf"),
        bytes("PK\u0003\u0004"),
        bytes("\u00D0\u00CF\u0011\u00E0"),
        bytes("\u001F\u008B"),
        bytes("7z\u00BC\u00AF"),
        bytes("\u00FD7zXZ"),
        bytes("(\u00B5/\u00FD"),
        bytes("\u0089PNG"),
        bytes("\u00FF\u00D8\u00FF"),
        bytes("GIF8"),
        bytes("II*\0"),
        bytes("MM\0*"),
        bytes("\u00FF\u00FE"),
        bytes("\u00FE\u00FF")
    };

    /** One control character in so many bytes is too many. Compressed data has one in ten, UTF-16 every other byte. */
    private static final int BYTES_A_CONTROL = 50;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

    private BinaryContent() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the bytes are no text. */
    static boolean is(byte[] content) {
        for (byte[] beginning : BEGINNINGS) {
            if (beginsWith(content, beginning)) {
                return true;
            }
        }
        return hasControl(content) && (long) controls(content) * BYTES_A_CONTROL > content.length;
    }

    private static boolean beginsWith(byte[] content, byte[] beginning) {
        if (content.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (content[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is any, eight bytes at a time: letters as a rule have none. */
    private static boolean hasControl(byte[] content) {
        int at = 0;
        long found = 0;
        for (; at + Long.BYTES <= content.length; at += Long.BYTES) {
            long eight = (long) LONGS.get(content, at);
            long low = eight | HIGHEST_BITS;
            long notControl = low - ' ' * EACH;
            long notBeforeTab = low - '\t' * EACH;
            long notBehindReturn = low - ('\r' + 1) * EACH;
            found |= ~eight & ~notControl & ~(notBeforeTab & ~notBehindReturn);
        }
        boolean any = (found & HIGHEST_BITS) != 0;
        for (; at < content.length; at++) {
            any |= isControl(content[at]);
        }
        return any;
    }

    private static int controls(byte[] content) {
        int controls = 0;
        for (byte b : content) {
            controls += isControl(b) ? 1 : 0;
        }
        return controls;
    }

    /** Other than tabs, line breaks and page breaks. */
    private static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && (b < '\t' || b > '\r');
    }
}
