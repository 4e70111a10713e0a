package imr.letter;

/**
 * Takes from an item's label what is in dispute. Where a part of the request was authorised, the label tells the
 * request, the part, and last {@code The remaining IMR eligible portion of the original request, Z is} or
 * {@code The original request, Z is}: then it is Z. Any other label is the request itself.
 */
final class RequestInDispute {

    private static final Phrase ORIGINAL_REQUEST = Phrase.of("original request");
    private static final Phrase ELIGIBLE = Phrase.of("imr eligible");
    private static final Phrase AUTHORIZED = Phrase.of("authorized");

    private RequestInDispute() {}

    /** What is in dispute, of the label in a range. */
    static FoundItem.Range of(FlatText flat, FoundItem.Range label) {
        int start = label.start();
        int end = label.end();
        if (ELIGIBLE.find(flat.chars, start, end) == Phrase.NOT_FOUND
                && AUTHORIZED.find(flat.chars, start, end) == Phrase.NOT_FOUND) {
            return label;
        }
        for (int at = ORIGINAL_REQUEST.findLast(flat.chars, start, end); at >= 0; ) {
            int behind = flat.skipSpaces(ORIGINAL_REQUEST.endAt(flat.chars, at, end), end);
            if (behind < end && flat.chars[behind] == ',') {
                return remainder(flat, behind + 1, end, label);
            }
            at = ORIGINAL_REQUEST.findLast(flat.chars, start, at);
        }
        return label;
    }

    private static FoundItem.Range remainder(FlatText flat, int from, int to, FoundItem.Range label) {
        int start = flat.skipSpaces(from, to);
        int end = withoutVerb(flat, start, to);
        return start < end ? new FoundItem.Range(start, end) : label;
    }

    /** The verb that leads over to the decision, {@code is} or {@code are}, belongs to the sentence and not to Z. */
    private static int withoutVerb(FlatText flat, int start, int end) {
        int wordStart = end;
        while (wordStart > start && Chars.isLetter(flat.chars[wordStart - 1])) {
            wordStart--;
        }
        String word = flat.text(wordStart, end);
        boolean verb = word.equals("is") || word.equals("are") || word.equals("was") || word.equals("were");
        int trimmed = verb ? flat.trimEnd(start, wordStart) : end;
        return verb && trimmed > start && flat.chars[trimmed - 1] == ',' ? trimmed - 1 : trimmed;
    }
}
