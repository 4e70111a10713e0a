package imr.letter;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A quick look at a letter for its date alone, for giving a record its time before the letter is read. */
public final class LetterDates {

    /** Case headers stand within these many first bytes. */
    private static final int HEAD = 4_096;

    private LetterDates() {}

    /** The decision date in a letter's case header; null where it has none. Never throws. */
    public static @Nullable LocalDate decisionDate(byte[] letter) {
        byte[] head = letter.length > HEAD ? Arrays.copyOf(letter, HEAD) : letter;
        return HeaderScanner.scan(Flattener.flatten(LetterText.decode(head))).decisionDate();
    }
}
