package imr.letter;

/**
 * Where an item's label begins: nothing is printed between a rationale and the label of the next item. A paragraph's
 * start tells it as a rule. A page break may stand before the label or in the middle of it, and some extractors drop
 * blank lines: then the end of a sentence on the line before tells, and for text without lines the last sentence end.
 *
 * @param at index at which the label begins
 * @param certain false if nothing but a sentence's end within a line tells it
 */
record LabelStart(int at, boolean certain) {

    /** Labels go up to some 550 characters on 6 lines; beyond this, what was walked over was no label. */
    private static final int MAX_LABEL = 900;

    /** Few labels are longer, other than those that tell what was authorised. */
    private static final int USUAL_LABEL = 300;

    private static final Phrase ORIGINAL_REQUEST = Phrase.of("the original request");
    private static final Phrase WAS_ORIGINAL_REQUEST = Phrase.of("was the original request");
    private static final Phrase WERE_ORIGINAL_REQUEST = Phrase.of("were the original request");
    private static final Phrase ELIGIBLE = Phrase.of("imr eligible");
    private static final Phrase NECESSARY = Phrase.of("medically necessary");

    /**
     * Looks back from the end of a label.
     *
     * @param from where the label begins at the earliest: behind the field label of the rationale before it
     * @param end where the label ends
     * @param first whether it is the letter's first item, with no rationale before its label
     */
    static LabelStart find(FlatText flat, int from, int end, boolean first) {
        int start = byLayout(flat, from, end, first);
        if (start < 0 || overruns(flat, start, end) || isPageWithoutParagraphs(flat, from, start, first)) {
            start = Math.max(start, byLineEnd(flat, from, end));
        }
        start = start < 0 ? byPageBreak(flat, from, end) : start;
        boolean certain = start >= 0;
        if (!certain) {
            start = bySentence(flat, from, end);
        }
        return new LabelStart(withOriginalRequest(flat, from, start, end, first), certain);
    }

    /** The nearest start of a paragraph, or of a page whose page before ends in a sentence; -1 if none is in reach. */
    private static int byLayout(FlatText flat, int from, int end, boolean first) {
        int page = -1;
        for (int line = flat.lineAt(end - 1); ; line--) {
            int start = flat.lineStart(line);
            if (flat.skipSpaces(from, end) >= start) {
                return first ? from : -1;
            }
            if (end - start > MAX_LABEL) {
                return -1;
            }
            Gap gap = flat.gapBefore(line);
            if (gap == Gap.LINE || continuesSentence(flat, from, start)) {
                continue;
            }
            boolean sentenceEnds = flat.endsSentence(from, start);
            if (gap == Gap.PARAGRAPH) {
                boolean pageWithinLabel = sentenceEnds && NECESSARY.find(flat.chars, start, end) == Phrase.NOT_FOUND;
                return page < 0 || pageWithinLabel ? start : page;
            }
            if (sentenceEnds) {
                return start;
            }
            page = page < 0 ? start : page;
        }
    }

    /**
     * Whether layout gives a page's start in a letter without blank lines, where it says no more than a line's start: none
     * stands before the field that comes before the label.
     */
    private static boolean isPageWithoutParagraphs(FlatText flat, int from, int start, boolean first) {
        return !first
                && flat.gapBefore(flat.lineAt(start)) == Gap.PAGE
                && flat.gapBefore(flat.lineAt(from - 1)) == Gap.LINE;
    }

    /** Whether what layout gives for a label holds a rationale's end, since the blank line between them is missing. */
    private static boolean overruns(FlatText flat, int start, int end) {
        return NECESSARY.find(flat.chars, start, end) != Phrase.NOT_FOUND
                || (end - start > USUAL_LABEL && ELIGIBLE.find(flat.chars, start, end) == Phrase.NOT_FOUND);
    }

    /** The nearest page break with no full stop before it; -1 if there is none in reach. */
    private static int byPageBreak(FlatText flat, int from, int end) {
        for (int line = flat.lineAt(end - 1); line >= 0; line--) {
            int start = flat.lineStart(line);
            if (flat.skipSpaces(from, end) >= start || end - start > MAX_LABEL) {
                return -1;
            }
            if (flat.gapBefore(line) == Gap.PAGE && !continuesSentence(flat, from, start)) {
                return start;
            }
        }
        return -1;
    }

    /** The nearest line that begins like a sentence behind one that ends like a sentence; -1 if there is none. */
    private static int byLineEnd(FlatText flat, int from, int end) {
        for (int line = flat.lineAt(end - 1); line >= 0; line--) {
            int start = flat.lineStart(line);
            if (start <= from || end - start > MAX_LABEL) {
                return -1;
            }
            if (startsSentence(flat, from, start)) {
                return start;
            }
        }
        return -1;
    }

    /** Whether a line goes on with a sentence: it begins with a small letter, or a comma is before it. */
    private static boolean continuesSentence(FlatText flat, int from, int lineStart) {
        int before = flat.trimEnd(from, lineStart) - 1;
        return (Chars.isLower(flat.chars[lineStart]) && !flat.endsSentence(from, lineStart))
                || (before >= from && flat.chars[before] == ',');
    }

    private static boolean startsSentence(FlatText flat, int from, int lineStart) {
        return !Chars.isLower(flat.chars[lineStart]) && flat.endsSentence(from, lineStart);
    }

    /** Behind the last full stop that ends a sentence, wherever on a line; {@code end}, so no label, if there is none. */
    private static int bySentence(FlatText flat, int from, int end) {
        int lowest = Math.max(from, end - MAX_LABEL);
        for (int at = end - 1; at > lowest; at--) {
            // Some extractors lose the space along with the line's end.
            int next = flat.chars[at] == ' ' ? at + 1 : at;
            boolean apart = next > at || (Chars.isStop(flat.chars[at - 1]) && Chars.isLetterOrDigit(flat.chars[at]));
            if (apart
                    && !Chars.isLower(flat.chars[next])
                    && flat.endsSentence(from, at)
                    && !isAbbreviation(flat, from, at)
                    && (next > at || Chars.isLetter(flat.chars[at - 2]))) {
                return next;
            }
        }
        return end;
    }

    /** A full stop behind one or two letters, as in {@code p.o.}, {@code Dr.} or {@code mg.}, ends no sentence. */
    private static boolean isAbbreviation(FlatText flat, int from, int end) {
        int at = end - 2;
        int letters = 0;
        while (at >= from && Chars.isLetter(flat.chars[at])) {
            letters++;
            at--;
        }
        return letters > 0 && letters <= 2;
    }

    /**
     * A label that says what is left of a request begins with the whole request, some sentences before: goes back to
     * where that sentence starts.
     */
    private static int withOriginalRequest(FlatText flat, int from, int start, int end, boolean first) {
        boolean partial = ELIGIBLE.find(flat.chars, start, end) != Phrase.NOT_FOUND
                || (start < end && ORIGINAL_REQUEST.endAt(flat.chars, start, end) != Phrase.NOT_FOUND);
        if (!partial || saysOriginalRequest(flat, start, end) >= 0) {
            return start;
        }
        int original = saysOriginalRequest(flat, Math.max(from, end - 2 * MAX_LABEL), start);
        if (original < 0) {
            return start;
        }
        int byLine = lineThatStarts(flat, from, original);
        return byLine >= 0 ? byLine : first ? from : bySentence(flat, from, original);
    }

    private static int saysOriginalRequest(FlatText flat, int from, int to) {
        int was = WAS_ORIGINAL_REQUEST.findLast(flat.chars, from, to);
        return was != Phrase.NOT_FOUND ? was : WERE_ORIGINAL_REQUEST.findLast(flat.chars, from, to);
    }

    private static int lineThatStarts(FlatText flat, int from, int at) {
        for (int line = flat.lineAt(at); line >= 0; line--) {
            int start = flat.lineStart(line);
            if (start <= from || at - start > MAX_LABEL) {
                return -1;
            }
            boolean apart = flat.gapBefore(line) == Gap.PARAGRAPH && !continuesSentence(flat, from, start);
            if (apart || startsSentence(flat, from, start)) {
                return start;
            }
        }
        return -1;
    }
}
