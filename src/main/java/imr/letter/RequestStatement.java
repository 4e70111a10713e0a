package imr.letter;

import imr.avro.Decision;
import imr.letter.FoundItem.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence by which letters until mid 2014 decide a request: {@code the request for X is [not] medically necessary and
 * appropriate}. Extraction may glue its words: "notmedically".
 *
 * @param start where it begins, its number included
 * @param number the number printed before it; 0 for none
 * @param label what was requested; {@link Range#NONE} where the sentence says nothing of it
 * @param decision null where the sentence has no known form
 * @param decisionWords the words that decide, from the verb to "necessary"; {@link Range#NONE} without a decision
 * @param end index behind the sentence
 * @param limit where the next sentence of the kind begins, or the text ends
 */
record RequestStatement(
        int start, int number, Range label, @Nullable Decision decision, Range decisionWords, int end, int limit) {

    /** Longest label looked at, as in later letters. */
    private static final int MAX_LABEL = 900;

    /** The verb, the necessity and what is between them come behind the label. */
    private static final int MAX_NECESSITY = 80;

    private static final int NUMBER_DIGITS = 2;

    private static final Phrase NECESSARY = Phrase.of("medically necessary");
    private static final List<Phrase> APPROPRIATE = List.of(Phrase.of("and appropriate"), Phrase.of("or appropriate"));
    private static final List<Phrase> UPHOLDS =
            List.of(Phrase.of("is not"), Phrase.of("are not"), Phrase.of("was not"), Phrase.of("were not"));
    private static final List<Phrase> OVERTURNS =
            List.of(Phrase.of("is"), Phrase.of("are"), Phrase.of("was"), Phrase.of("were"));

    /** What follows the last item. */
    private static final List<Phrase> CLOSINGS =
            List.of(Phrase.of("effect of the decision"), Phrase.of("disclaimer maximus"));

    /** A number before a sentence: {@code 1)} or {@code 1.}. */
    record Numeral(int value, int start) {}

    /**
     * Reads a sentence.
     *
     * @param number its number, or where it begins without one
     * @param labelStart index behind the words "the request for"
     * @param limit where the next sentence of the kind begins
     */
    static RequestStatement read(FlatText flat, Numeral number, int labelStart, int limit) {
        int reach = Math.min(limit, labelStart + MAX_LABEL + MAX_NECESSITY);
        int necessary = NECESSARY.find(flat.chars, labelStart, reach);
        if (necessary == Phrase.NOT_FOUND) {
            return unknown(number, labelStart, limit);
        }
        int upholds = verb(flat, labelStart, necessary, UPHOLDS);
        int overturns = upholds == Phrase.NOT_FOUND ? verb(flat, labelStart, necessary, OVERTURNS) : Phrase.NOT_FOUND;
        int verb = Math.max(upholds, overturns);
        int end = sentenceEnd(flat, necessary, limit);
        if (verb == Phrase.NOT_FOUND) {
            return unknown(number, end, limit);
        }
        int from = flat.skipSpaces(labelStart, verb);
        int to = flat.trimEnd(from, verb);
        return new RequestStatement(
                number.start(),
                number.value(),
                from < to ? new Range(from, to) : Range.NONE,
                upholds == Phrase.NOT_FOUND ? Decision.OVERTURNED : Decision.UPHELD,
                new Range(verb, NECESSARY.endAt(flat.chars, necessary, reach)),
                end,
                limit);
    }

    private static RequestStatement unknown(Numeral number, int end, int limit) {
        return new RequestStatement(number.start(), number.value(), Range.NONE, null, Range.NONE, end, limit);
    }

    private static int verb(FlatText flat, int from, int necessary, List<Phrase> wordings) {
        for (Phrase wording : wordings) {
            int start = wording.startBefore(flat.chars, from, flat.trimEnd(from, necessary));
            // The end of "arthritis" is no verb.
            if (start >= from && (start == from || !Chars.isLetterOrDigit(flat.chars[start - 1]))) {
                return start;
            }
        }
        return Phrase.NOT_FOUND;
    }

    private static int sentenceEnd(FlatText flat, int necessary, int limit) {
        int end = NECESSARY.endAt(flat.chars, necessary, limit);
        for (Phrase words : APPROPRIATE) {
            int behind = words.endAt(flat.chars, flat.skipSpaces(end, limit), limit);
            if (behind != Phrase.NOT_FOUND) {
                end = behind;
                break;
            }
        }
        return end < limit && flat.chars[end] == '.' ? end + 1 : end;
    }

    /** Where the items end: at the words on their effect, else at the text's end. */
    static int itemsEnd(FlatText flat, int from) {
        int end = flat.length;
        for (Phrase closing : CLOSINGS) {
            int at = closing.find(flat.chars, from, end);
            end = at == Phrase.NOT_FOUND ? end : at;
        }
        return end;
    }

    /** The number that stands right before {@code at}; a number of 0 that starts there if there is none. */
    static Numeral numberBefore(FlatText flat, int from, int at) {
        int mark = flat.trimEnd(from, at) - 1;
        if (mark <= from || (flat.chars[mark] != ')' && flat.chars[mark] != '.')) {
            return new Numeral(0, at);
        }
        int last = flat.trimEnd(from, mark);
        int first = last;
        int value = 0;
        int unit = 1;
        while (first > from && last - first < NUMBER_DIGITS && Chars.isDigit(flat.chars[first - 1])) {
            first--;
            value += unit * (flat.chars[first] - '0');
            unit *= 10;
        }
        boolean whole = first < last && (first == from || flat.chars[first - 1] == ' ');
        return whole ? new Numeral(value, first) : new Numeral(0, at);
    }
}
