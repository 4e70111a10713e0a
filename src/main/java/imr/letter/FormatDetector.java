package imr.letter;

import imr.avro.LetterFormat;
import java.util.List;

/** Tells a letter's layout generation by its marks. */
final class FormatDetector {

    private static final Phrase FIRST_GENERATION = Phrase.of("notice of independent medical review determination");
    private static final Phrase SECOND_GENERATION = Phrase.of("imr decision(s) and rationale(s)");
    private static final Phrase LATER_GENERATIONS = Phrase.of("imr issues, decisions and rationales");

    private static final Phrase REVIEWER = Phrase.of("reviewer");

    private FormatDetector() {}

    /** Generation by markers alone, with V3A for all of V3; UNKNOWN for what is no determination letter at all. */
    static LetterFormat detect(FlatText flat, List<Mark.Found> marks) {
        boolean fields = false;
        for (Mark.Found mark : marks) {
            if (mark.mark() == Mark.REVIEWER_GUIDELINE) {
                return saysMaximus(flat, mark) ? LetterFormat.V3A : LetterFormat.V4;
            }
            fields |= mark.mark() != Mark.RECEIVED && mark.mark() != Mark.ITEMS_FOLLOW;
        }
        if (FIRST_GENERATION.find(flat.chars, 0, flat.length) >= 0) {
            return LetterFormat.V1;
        }
        if (SECOND_GENERATION.find(flat.chars, 0, flat.length) >= 0) {
            return LetterFormat.V2;
        }
        return fields || LATER_GENERATIONS.find(flat.chars, 0, flat.length) >= 0
                ? LetterFormat.V3A
                : LetterFormat.UNKNOWN;
    }

    private static boolean saysMaximus(FlatText flat, Mark.Found mark) {
        return Chars.lower(flat.chars[mark.start()]) == 'm'
                && REVIEWER.find(flat.chars, mark.start(), mark.end()) == Phrase.NOT_FOUND;
    }
}
