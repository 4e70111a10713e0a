package imr.dev.letters;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes letters unreadable in the ways in which intakes do. */
final class BrokenLetters {

    private static final byte[] FIRST_HEADING =
            "IMR ISSUES, DECISIONS AND RATIONALES".getBytes(StandardCharsets.US_ASCII);

    private BrokenLetters() {}

    /** Something made of the letter that holds no decision. */
    static byte[] broken(byte[] letter, Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> noise(dice);
            case 1 -> new byte[0];
            case 2 -> Arrays.copyOf(letter, dice.between(40, 400));
            default -> Arrays.copyOf(letter, Math.max(400, indexOf(letter, FIRST_HEADING)));
        };
    }

    private static byte[] noise(Dice dice) {
        byte[] bytes = new byte[dice.between(1, 3000)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) dice.below(256);
        }
        return bytes;
    }

    private static int indexOf(byte[] text, byte[] wanted) {
        for (int i = 0; i + wanted.length <= text.length; i++) {
            if (Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return 0;
    }
}
