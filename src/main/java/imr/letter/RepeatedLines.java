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

    private final PrintedLines lines;

    /** The first line of each page, and the last, of what is left of it. */
    private final int[] first;

    private final int[] last;
    private int pages;

    private RepeatedLines(PrintedLines lines) {
        this.lines = lines;
        this.first = new int[lines.count()];
        this.last = new int[lines.count()];
        boolean open = false;
        for (int line = 0; line < lines.count(); line++) {
            boolean out = lines.isOut(line);
            if (!out && open && !lines.isBehindPageBreak(line)) {
                last[pages - 1] = line;
            } else if (!out) {
                first[pages] = line;
                last[pages] = line;
                pages++;
            }
            open = !out;
        }
    }

    /** Takes them out; pages end where there is a page break, or a line that was taken out already. */
    static void takeOut(PrintedLines lines) {
        RepeatedLines repeated = new RepeatedLines(lines);
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            boolean above = repeated.step(repeated.first, 1);
            boolean below = repeated.step(repeated.last, -1);
            if (!above && !below) {
                break;
            }
        }
    }

    /** Looks at the line at one edge of each page and takes those out that every page has; whether there are any. */
    private boolean step(int[] edge, int direction) {
        long[] wordings = new long[pages];
        Map<Long, Integer> counts = new HashMap<>();
        int printed = 0;
        for (int page = 0; page < pages; page++) {
            wordings[page] = first[page] <= last[page] ? wording(edge[page]) : 0;
            counts.merge(wordings[page], 1, Integer::sum);
            // A line between two edges stands above or below a page and isn't one.
            printed += first[page] < last[page] ? 1 : 0;
        }
        boolean any = false;
        for (int page = 0; page < pages; page++) {
            boolean onAll = counts.getOrDefault(wordings[page], 0) >= Math.max(2, printed - 1);
            if (wordings[page] != 0 && onAll && !isText(edge[page])) {
                any = true;
                lines.takeOut(edge[page]);
                edge[page] += direction;
            }
        }
        return any;
    }

    private boolean isText(int line) {
        return hasItemWords(line) || isRestOfItemLine(line);
    }

    private boolean hasItemWords(int line) {
        return PageLines.isText(lines.text, lines.start(line), lines.end(line));
    }

    /** Whether a line is the end of a sentence with words of an item, as two citations may well end in the same words. */
    private boolean isRestOfItemLine(int line) {
        if (!endsSentence(line) && !isOneWord(line)) {
            return false;
        }
        int before = line - 1;
        while (before >= 0 && line - before < MAX_DEPTH && lines.isOut(before)) {
            before--;
        }
        return before >= 0 && hasItemWords(before) && !endsSentence(before);
    }

    private boolean endsSentence(int line) {
        return Chars.isStop(lines.text[lines.end(line) - 1]);
    }

    private boolean isOneWord(int line) {
        for (int at = lines.start(line); at < lines.end(line); at++) {
            if (!Chars.isLetter(lines.text[at])) {
                return false;
            }
        }
        return true;
    }

    /**
     * A number for the line's characters, each number and all white space left out; 0 for a line that is text. So is one
     * of figures alone that ends like a sentence: two pages may well end in years.
     */
    private long wording(int line) {
        int from = lines.start(line);
        int to = lines.end(line);
        if (to - from >= PageLines.MAX_LINE || Chars.isLower(lines.text[from])) {
            return 0;
        }
        boolean words = false;
        long hash = 1;
        for (int at = from; at < to; at++) {
            byte c = lines.text[at];
            words |= Chars.isLetter(c);
            if (!Chars.isDigit(c) && !Chars.isSpace(c)) {
                hash = hash * 1_000_003 + c;
            }
        }
        byte last = lines.text[to - 1];
        return words || !(Chars.isStop(last) || last == ',') ? hash : 0;
    }
}
