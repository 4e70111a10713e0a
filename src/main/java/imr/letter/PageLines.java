package imr.letter;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Blanks out what pages print above and below a letter's text, in whatever words: page numbers, lines with the case
 * number behind the case header, and lines that come again at the edge of every page ({@link RepeatedLines}). Footers
 * in their known words are left to {@link Furniture}, which also finds them in the middle of a line.
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

    private static final String CASE_NUMBER = "CM";

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
    /** The same for searches that the platform does many characters at a time. */
    private final String searched;

    private final char lineEnd;
    private final PageNumbers numbers = new PageNumbers();
    private final Ranges alone = new Ranges();
    private final Ranges formFeeds = new Ranges();
    private final int header;
    private int caseNumber;

    private PageLines(byte[] text) {
        this.text = text;
        this.searched = new String(text, StandardCharsets.ISO_8859_1);
        this.lineEnd = searched.indexOf('\n') < 0 ? '\r' : '\n';
        this.header = nextCaseNumber(0);
        this.caseNumber = header;
    }

    /** The text with such lines as white space, each with a page break in it; every other character keeps its place. */
    static CodedText blanked(CodedText letter) {
        byte[] text = letter.codes();
        PageLines lines = new PageLines(text);
        lines.readLines();
        Ranges blank = lines.alone.with(lines.numbers.pages(text));
        Ranges edges = blank.with(lines.formFeeds);
        if (edges.count() > 0) {
            blank = blank.with(RepeatedLines.find(text, edges));
        }
        return blank.count() == 0 ? letter : letter.with(blankedAt(text, blank));
    }

    private void readLines() {
        int lineFeed = next(lineEnd, 0);
        int formFeed = next('\f', 0);
        for (int at = 0; at < text.length; ) {
            int end = Math.min(lineFeed, formFeed);
            line(Chars.spacesEnd(text, at, end), end);
            at = end + 1;
            if (end == formFeed && end < text.length) {
                formFeeds.add(end, at);
                formFeed = next('\f', at);
            }
            lineFeed = end == lineFeed ? next(lineEnd, at) : lineFeed;
        }
    }

    private void line(int from, int end) {
        while (caseNumber < from) {
            caseNumber = nextCaseNumber(caseNumber + 1);
        }
        if (from == end || end - from > MAX_LINE) {
            return;
        }
        byte c = text[from];
        if (Chars.isDigit(c) || PageNumbers.isDash(c)) {
            numbers.look(text, from, Chars.trimEnd(text, from, end));
        } else if (Chars.lower(c) == 'p' && PageNumbers.isSpelledOut(text, from, Chars.trimEnd(text, from, end))) {
            alone.add(from, Chars.trimEnd(text, from, end));
        } else if (caseNumber < end && caseNumber - header > HEADER && isBesideCaseNumber(from, end)) {
            alone.add(from, Chars.trimEnd(text, from, end));
        }
    }

    private boolean isBesideCaseNumber(int from, int end) {
        int words = 1;
        for (int at = from; at < end; at++) {
            words += text[at] == ' ' && text[at - 1] != ' ' ? 1 : 0;
        }
        return words <= MAX_WORDS && !isText(text, from, end) && !headerGoesOn(from, end);
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

    private static byte[] blankedAt(byte[] text, Ranges ranges) {
        byte[] blanked = text.clone();
        for (int i = 0; i < ranges.count(); i++) {
            for (int at = ranges.from(i); at < ranges.to(i); at++) {
                blanked[at] = (byte) (at == ranges.from(i) ? '\f' : ' ');
            }
        }
        return blanked;
    }

    /** Where the letters of a case number stand next, with a digit behind them; the text's end if nowhere. */
    private int nextCaseNumber(int from) {
        int at = searched.indexOf(CASE_NUMBER, from);
        while (at >= 0) {
            int behind = at + CASE_NUMBER.length();
            if (behind < text.length && Chars.isDigit(text[behind])) {
                return at;
            }
            at = searched.indexOf(CASE_NUMBER, behind);
        }
        return text.length;
    }

    private int next(char c, int from) {
        int at = searched.indexOf(c, from);
        return at < 0 ? text.length : at;
    }
}
