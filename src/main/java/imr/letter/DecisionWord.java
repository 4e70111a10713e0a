package imr.letter;

import imr.avro.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision before the fields of an item: the last colon with {@code Upheld} or {@code Overturned} behind it, or
 * {@code UPHOLD} or {@code OVERTURN}; later letters may have "is" or a dash in the colon's place. No other words are
 * decisions, and none is ever concluded from a rationale.
 *
 * @param decision what it says
 * @param labelEnd index at which the item's label ends: the colon
 * @param start where the word begins
 * @param end index behind the word
 */
record DecisionWord(Decision decision, int labelEnd, int start, int end) {

    private static final List<Phrase> UPHELD = List.of(Phrase.of("upheld"), Phrase.of("uphold"));
    /** Longer before shorter, since one begins with the other. */
    private static final List<Phrase> OVERTURNED = List.of(Phrase.of("overturned"), Phrase.of("overturn"));

    private static final Phrase IS = Phrase.of("is");

    /** How far before the fields the decision may stand, when something has come between them. */
    private static final int REACH = 300;

    /** The decision that stands right before {@code fields}. */
    static @Nullable DecisionWord adjacent(FlatText flat, int from, int fields) {
        int end = flat.trimEnd(from, fields);
        end = end > from && flat.chars[end - 1] == '.' ? end - 1 : end;
        DecisionWord upheld = adjacent(flat, from, end, UPHELD, Decision.UPHELD);
        return upheld != null ? upheld : adjacent(flat, from, end, OVERTURNED, Decision.OVERTURNED);
    }

    private static @Nullable DecisionWord adjacent(
            FlatText flat, int from, int end, List<Phrase> words, Decision decision) {
        for (Phrase word : words) {
            int start = word.startBefore(flat.chars, from, end);
            if (start == Phrase.NOT_FOUND) {
                continue;
            }
            int before = flat.trimEnd(from, start);
            if (before > from && flat.chars[before - 1] == ':') {
                return new DecisionWord(decision, before - 1, start, end);
            }
            // The colon is lost now and then; the word alone still says it, as long as it is a word of its own.
            if (before < start) {
                return new DecisionWord(decision, withoutLink(flat, from, before), start, end);
            }
        }
        return null;
    }

    /** End of a label without the dash or the word "is" that leads to its decision in place of a colon. */
    private static int withoutLink(FlatText flat, int from, int to) {
        if (to > from && Chars.isDash(flat.chars[to - 1])) {
            return flat.trimEnd(from, to - 1);
        }
        int is = IS.startBefore(flat.chars, from, to);
        return is > from && flat.chars[is - 1] == ' ' ? flat.trimEnd(from, is) : to;
    }

    /**
     * The decision before {@code fields} with something else in between, such as a page header in no known form. It
     * has to end its line, so that running text that speaks of a decision isn't taken for one.
     */
    static @Nullable DecisionWord nearest(FlatText flat, int from, int fields) {
        int lowest = Math.max(from, fields - REACH);
        for (int at = fields - 1; at >= lowest; at--) {
            if (flat.chars[at] == ':') {
                DecisionWord found = behind(flat, at, fields);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The decision behind a colon, if it is the last word of its line. */
    static @Nullable DecisionWord behind(FlatText flat, int colon, int limit) {
        int start = flat.skipSpaces(colon + 1, limit);
        if (start >= limit || (Chars.lower(flat.chars[start]) != 'u' && Chars.lower(flat.chars[start]) != 'o')) {
            return null;
        }
        int upheld = wordEnd(flat, start, limit, UPHELD);
        int end = upheld != Phrase.NOT_FOUND ? upheld : wordEnd(flat, start, limit, OVERTURNED);
        if (end == Phrase.NOT_FOUND || flat.skipSpaces(end, limit) < flat.lineEnd(flat.lineAt(end - 1))) {
            return null;
        }
        return new DecisionWord(upheld != Phrase.NOT_FOUND ? Decision.UPHELD : Decision.OVERTURNED, colon, start, end);
    }

    private static int wordEnd(FlatText flat, int start, int limit, List<Phrase> words) {
        for (Phrase word : words) {
            int end = word.endAt(flat.chars, start, limit);
            if (end != Phrase.NOT_FOUND) {
                return end;
            }
        }
        return Phrase.NOT_FOUND;
    }
}
