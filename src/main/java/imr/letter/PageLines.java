package imr.letter;

import java.util.List;

/**
 * Takes out what pages print above and below a letter's text, in whatever words: page numbers, lines with the case number
 * behind the case header, and lines that come again at the edge of every page ({@link RepeatedLines}). Footers in their
 * known words are left to {@link Furniture}, which also finds them in the middle of a line.
 *
 * <p>Pages end at form feeds; where an extractor drops these, at the lines that can be told by themselves.
 */
final class PageLines {

    /** Longer lines are text. */
    static final int MAX_LINE = 160;

    /** No case header is longer, so that a case number further on is none of it. */
    private static final int HEADER = 700;
    /** More words than stand beside a case number above or below a page, and fewer than a line of text has. */
    private static final int MAX_WORDS = 8;

    private static final Phrase HEADER_GOES_ON = Phrase.of("date assigned");

    /** Words of lines that belong to an item. */
    private static final List<Phrase> TEXT = List.of(
            Phrase.of("guideline"),
            Phrase.of("rationale"),
            Phrase.of("decision on"),
            Phrase.of("based on"),
            Phrase.of("page(s)"),
            Phrase.of("section(s)"),
            Phrase.of("request"),
            Phrase.of("necessary"),
            Phrase.of("upheld"),
            Phrase.of("overturned"));

    private final byte[] text;
    private final Stops stops;
    private final PrintedLines lines;
    private final PageNumbers numbers;

    /** The stop at the next case number, and where the letter's first case number stands. */
    private int caseNumber;

    private final int header;

    /** Whether there is any sign of pages. */
    private boolean paged;

    private PageLines(PrintedLines lines, Stops stops) {
        this.text = lines.text;
        this.stops = stops;
        this.lines = lines;
        this.numbers = new PageNumbers(lines);
        this.caseNumber = nextCaseNumber(0);
        this.header = stops.place(caseNumber);
    }

    /** Takes such lines out of a letter's. */
    static void takeOut(PrintedLines lines, Stops stops) {
        PageLines page = new PageLines(lines, stops);
        for (int line = 0; line < lines.count(); line++) {
            page.look(line);
        }
        page.paged |= page.numbers.takeOut();
        if (page.paged) {
            RepeatedLines.takeOut(lines);
        }
    }

    private void look(int line) {
        paged |= lines.isBehindPageBreak(line);
        int from = lines.start(line);
        int end = lines.end(line);
        while (stops.place(caseNumber) < from) {
            caseNumber = nextCaseNumber(caseNumber + 1);
        }
        if (end - from > MAX_LINE) {
            return;
        }
        byte c = text[from];
        if (Chars.isDigit(c) || Chars.isDash(c)) {
            numbers.look(line);
        } else if ((Chars.lower(c) == 'p' && PageNumbers.isSpelledOut(text, from, end))
                || (stops.place(caseNumber) < end && isBesideCaseNumber(from, end))) {
            lines.takeOut(line);
            paged = true;
        }
    }

    private boolean isBesideCaseNumber(int from, int end) {
        int words = 1;
        for (int at = from; at < end; at++) {
            words += text[at] == ' ' && text[at - 1] != ' ' ? 1 : 0;
        }
        return stops.place(caseNumber) - header > HEADER
                && words <= MAX_WORDS
                && !isText(text, from, end)
                && !headerGoesOn(from, end);
    }

    /** Whether the line is a case header's first, for the number may have stood in a covering letter before. */
    private boolean headerGoesOn(int from, int end) {
        return HEADER_GOES_ON.find(text, from, Math.min(text.length, end + MAX_LINE / 2)) != Phrase.NOT_FOUND;
    }

    /** Whether a line has words of an item. */
    static boolean isText(byte[] text, int from, int to) {
        for (Phrase words : TEXT) {
            if (words.find(text, from, to) != Phrase.NOT_FOUND) {
                return true;
            }
        }
        return false;
    }

    /** The stop, from one on, at which the letters of a case number stand with a digit behind them; behind the last if none. */
    private int nextCaseNumber(int from) {
        int stop = from;
        while (stop < stops.count() && !isCaseNumber(stops.place(stop))) {
            stop++;
        }
        return stop;
    }

    private boolean isCaseNumber(int at) {
        return text[at] == 'C' && at + 2 < text.length && Chars.isDigit(text[at + 2]);
    }
}
