package imr.letter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes letters that aren't plain ASCII: UTF-8 if the bytes are valid UTF-8 throughout, or but for a last character that
 * is cut off, else Windows-1252. A byte order mark is dropped.
 */
final class WideDecoder {

    /** What older extractors write, by byte; every byte is some character, so that decoding can't fail. */
    private static final char[] FALLBACK = fallback();

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final byte[] letter;
    private final byte[] codes;
    private int length;

    private int[] places = new int[32];
    private char[] wide = new char[32];
    private int count;

    private WideDecoder(byte[] letter) {
        this.letter = letter;
        this.codes = new byte[letter.length];
    }

    private static char[] fallback() {
        byte[] each = new byte[256];
        for (int b = 0; b < each.length; b++) {
            each[b] = (byte) b;
        }
        return new String(each, Charset.forName("windows-1252")).toCharArray();
    }

    static CodedText decode(byte[] letter) {
        WideDecoder utf8 = new WideDecoder(letter);
        int end = utf8.utf8();
        boolean cut = end == letter.length - unfinishedBytes(letter) && utf8.count > 0;
        return end == letter.length || cut ? utf8.text() : new WideDecoder(letter).windows1252();
    }

    private CodedText text() {
        return new CodedText(Arrays.copyOf(codes, length), Arrays.copyOf(places, count), Arrays.copyOf(wide, count));
    }

    private CodedText windows1252() {
        for (int at = copyAscii(0); at < letter.length; at = copyAscii(at + 1)) {
            add(FALLBACK[letter[at] & 0xFF]);
        }
        return text();
    }

    /** Decodes as far as the bytes are valid, and gives the index of the first that isn't. */
    private int utf8() {
        int at = copyAscii(beginsWithMark() ? BYTE_ORDER_MARK.length : 0);
        while (at < letter.length) {
            int bytes = sequence(at);
            if (bytes == 0) {
                return at;
            }
            at = copyAscii(at + bytes);
        }
        return at;
    }

    private boolean beginsWithMark() {
        byte[] mark = BYTE_ORDER_MARK;
        return letter.length >= mark.length && Arrays.equals(letter, 0, mark.length, mark, 0, mark.length);
    }

    /** Copies what is ASCII from an index on, and gives the index behind it. */
    private int copyAscii(int from) {
        int end = Eight.firstWide(letter, from, letter.length);
        System.arraycopy(letter, from, codes, length, end - from);
        length += end - from;
        return end;
    }

    /** Decodes one character of two bytes or more, and gives their number; 0 if they are no valid character. */
    private int sequence(int at) {
        int lead = letter[at] & 0xFF;
        int bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || at + bytes > letter.length) {
            return 0;
        }
        int character = lead & (0x7F >> bytes);
        for (int i = 1; i < bytes; i++) {
            int next = letter[at + i] & 0xFF;
            if (next >>> 6 != 0b10) {
                return 0;
            }
            character = character << 6 | (next & 0x3F);
        }
        int least = bytes == 4 ? 0x10000 : bytes == 3 ? 0x800 : 0x80;
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        if (character < least || character > Character.MAX_CODE_POINT || surrogate) {
            return 0;
        }
        for (char c : Character.toChars(character)) {
            add(c);
        }
        return bytes;
    }

    private void add(char c) {
        if (count == wide.length) {
            places = Arrays.copyOf(places, count * 2);
            wide = Arrays.copyOf(wide, count * 2);
        }
        places[count] = length;
        wide[count] = c;
        count++;
        codes[length] = Chars.code(c);
        length++;
    }

    /** Bytes at the end that begin a character of UTF-8 and don't finish it. */
    static int unfinishedBytes(byte[] letter) {
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
