package imr.letter;

import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/** A letter's decoded text with a code for each of its characters ({@link Chars}). */
final class CodedText {

    private final byte[] codes;
    /** The text; null where the codes say it all. */
    private final @Nullable CharBuffer text;

    private CodedText(byte[] codes, @Nullable CharBuffer text) {
        this.codes = codes;
        this.text = text;
    }

    /** Text of a letter as received. Plain ASCII, as most letters are, is not even copied. */
    static CodedText of(byte[] letter) {
        return LetterText.isAscii(letter) ? new CodedText(letter, null) : of(LetterText.decodeWide(letter));
    }

    static CodedText of(String text) {
        return of(CharBuffer.wrap(text.toCharArray()));
    }

    private static CodedText of(CharBuffer text) {
        char[] chars = text.array();
        int start = text.arrayOffset() + text.position();
        byte[] codes = new byte[text.remaining()];
        int all = 0;
        for (int at = 0; at < codes.length; at++) {
            codes[at] = Chars.code(chars[start + at]);
            all |= codes[at];
        }
        return new CodedText(codes, all >= 0 ? null : text);
    }

    /** The same text with other codes, as many of them. */
    CodedText with(byte[] otherCodes) {
        return new CodedText(otherCodes, text);
    }

    /** Codes of the characters, in order. Not to be changed. */
    byte[] codes() {
        return codes;
    }

    /** Number of characters. */
    int length() {
        return codes.length;
    }

    boolean isAscii() {
        return text == null;
    }

    /** The character at an index. */
    char charAt(int index) {
        return text == null ? (char) codes[index] : text.charAt(index);
    }
}
