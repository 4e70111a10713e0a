package imr.letter;

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

    private BinaryContent() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether bytes begin as files of these kinds do. */
    static boolean beginsLikeFile(byte[] content) {
        for (byte[] beginning : BEGINNINGS) {
            if (beginsWith(content, beginning)) {
                return true;
            }
        }
        return false;
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

    /** Whether a text has too many control characters, all of which are among its stops. */
    static boolean isControls(byte[] text, Stops stops) {
        int controls = 0;
        for (int stop = 0; stop < stops.count(); stop++) {
            controls += isControl(text[stops.place(stop)]) ? 1 : 0;
        }
        return (long) controls * BYTES_A_CONTROL > text.length;
    }

    /** Other than tabs, line breaks and page breaks. */
    private static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && (b < '\t' || b > '\r');
    }
}
