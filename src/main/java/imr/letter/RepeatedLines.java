package imr.letter;

import java.util.HashMap;
import java.util.Map;

/**
 * Lines that come again at the same edge of every page, of all but one at the least, whatever they say; numbers in them
 * may differ. Goes on behind such a line, for pages print several of them. Lines with words of an item are none: the two
 * pages of a letter may well end in the same words.
 */
final class RepeatedLines {

    /** More lines than any page prints above or below its text. */
    private static final int MAX_DEPTH = 4;

    private final byte[] text;
    /** What separates pages, from the end of one page's text to the start of the next one's. */
    private final Ranges edges;

    private final Ranges found = new Ranges();

    private RepeatedLines(byte[] text, Ranges edges) {
        this.text = text;
        this.edges = edges;
    }

    /**
     * Finds them.
     *
     * @param breaks what stands between pages: form feeds, and lines that are known not to be text
     */
    static Ranges find(byte[] text, Ranges breaks) {
        Ranges edges = new Ranges();
        edges.add(0, 0);
        for (int i = 0; i < breaks.count(); i++) {
            edges.add(breaks.from(i), breaks.to(i));
        }
        edges.add(text.length, text.length);
        RepeatedLines lines = new RepeatedLines(text, edges);
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            boolean above = lines.step(true);
            boolean below = lines.step(false);
            if (!above && !below) {
                break;
            }
        }
        return lines.found.sorted();
    }

    /** Looks at the line next to each edge and takes those that every page has; whether there are any. */
    private boolean step(boolean belowEdge) {
        int pages = edges.count() - 1;
        int[] from = new int[pages];
        int[] to = new int[pages];
        long[] wordings = new long[pages];
        Map<Long, Integer> counts = new HashMap<>();
        int printed = 0;
        for (int page = 0; page < pages; page++) {
            int start = edges.to(page);
            int end = edges.from(page + 1);
            from[page] = belowEdge ? Chars.spacesEnd(text, start, end) : lineStart(start, end);
            to[page] = belowEdge ? lineEnd(from[page], end) : Chars.trimEnd(text, from[page], end);
            wordings[page] = wording(from[page], to[page]);
            counts.merge(wordings[page], 1, Integer::sum);
            // A line between two edges stands above or below a page and isn't one.
            printed += Chars.spacesEnd(text, start, end) < from[page] || to[page] < Chars.trimEnd(text, from[page], end)
                    ? 1
                    : 0;
        }
        boolean any = false;
        for (int page = 0; page < pages; page++) {
            boolean onAll = counts.getOrDefault(wordings[page], 0) >= Math.max(2, printed - 1);
            if (wordings[page] == 0 || !onAll || PageLines.isText(text, from[page], to[page])) {
                continue;
            }
            any = true;
            found.add(from[page], to[page]);
            int edge = belowEdge ? page : page + 1;
            edges.set(edge, belowEdge ? edges.from(edge) : from[page], belowEdge ? to[page] : edges.to(edge));
        }
        return any;
    }

    /** A number for the line's characters, each number and all white space left out; 0 for a line that is text or nothing. */
    private long wording(int from, int to) {
        if (from >= to || to - from >= PageLines.MAX_LINE || Chars.isLower(text[from])) {
            return 0;
        }
        long hash = 1;
        for (int at = from; at < to; at++) {
            byte c = text[at];
            if (!Chars.isDigit(c) && !Chars.isSpace(c)) {
                hash = hash * 1_000_003 + c;
            }
        }
        return hash;
    }

    private int lineStart(int from, int to) {
        int end = Chars.trimEnd(text, from, to);
        int at = end;
        while (at > from && end - at < PageLines.MAX_LINE && !isLineEnd(text[at - 1])) {
            at--;
        }
        return Chars.spacesEnd(text, at, end);
    }

    private int lineEnd(int from, int to) {
        int at = from;
        while (at < to && at - from < PageLines.MAX_LINE && !isLineEnd(text[at])) {
            at++;
        }
        return Chars.trimEnd(text, from, at);
    }

    private static boolean isLineEnd(byte c) {
        return Chars.isLineBreak(c) || Chars.isPageBreak(c);
    }
}
