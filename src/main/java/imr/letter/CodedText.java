package imr.letter;

import java.util.Arrays;

/**
 * A letter's decoded text, with a code for each of its characters ({@link Chars}): the codes say all of a character of
 * ASCII, and the few others of a letter are kept apart.
 */
final class CodedText {

    private static final int[] NOWHERE = {};
    private static final char[] NONE = {};

    private final byte[] codes;
    /** Where characters beyond ASCII stand, in order, and which they are. */
    private final int[] widePlaces;

    private final char[] wide;

    CodedText(byte[] codes, int[] widePlaces, char[] wide) {
        this.codes = codes;
        this.widePlaces = widePlaces;
        this.wide = wide;
    }

    /** Text of a letter as received. Plain ASCII, as most letters are, is not even copied. */
    static CodedText of(byte[] letter) {
        int firstWide = Eight.firstWide(letter, 0, letter.length);
        return firstWide == letter.length ? new CodedText(letter, NOWHERE, NONE) : WideDecoder.decode(letter);
    }

    static CodedText of(String text) {
        byte[] codes = new byte[text.length()];
        int wides = 0;
        for (int at = 0; at < codes.length; at++) {
            codes[at] = Chars.code(text.charAt(at));
            wides += codes[at] < 0 ? 1 : 0;
        }
        int[] places = new int[wides];
        char[] wide = new char[wides];
        for (int at = codes.length - 1; wides > 0; at--) {
            if (codes[at] < 0) {
                wides--;
                places[wides] = at;
                wide[wides] = text.charAt(at);
            }
        }
        return new CodedText(codes, places, wide);
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
        return wide.length == 0;
    }

    /** The character at an index. */
    char charAt(int index) {
        return codes[index] >= 0 ? (char) codes[index] : wide[Arrays.binarySearch(widePlaces, index)];
    }

    /** The text itself. */
    @Override
    public String toString() {
        char[] chars = new char[codes.length];
        for (int at = 0; at < chars.length; at++) {
            chars[at] = (char) codes[at];
        }
        for (int i = 0; i < wide.length; i++) {
            chars[widePlaces[i]] = wide[i];
        }
        return new String(chars);
    }
}
