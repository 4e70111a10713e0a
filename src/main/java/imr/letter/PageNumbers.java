package imr.letter;

import java.util.Arrays;

/**
 * Numbers that stand alone on lines. They are page numbers if they count up by one from 1 or 2, for no text of a letter
 * does that; the last line of all is one if what is before it ends a sentence.
 */
final class PageNumbers {

    private static final int MAX_DIGITS = 3;
    private static final int MORE_THAN_ANY = 1_000;

    private final byte[] text;
    private final PrintedLines lines;

    /** The numbers, and the lines that they stand on. */
    private int[] numbers = new int[8];

    private int[] places = new int[8];
    private int count;

    PageNumbers(PrintedLines lines) {
        this.text = lines.text;
        this.lines = lines;
    }

    /** Whether a line is {@code Page 3} or {@code Page 3 of 7} and no more. */
    static boolean isSpelledOut(byte[] text, int from, int to) {
        if (!isWord(text, from, "page")) {
            return false;
        }
        int at = numberEnd(text, from + 4, to);
        if (at < 0 || at == to) {
            return at == to;
        }
        int of = Chars.spacesEnd(text, at, to);
        return isWord(text, of, "of") && numberEnd(text, of + 2, to) == to;
    }

    private static boolean isWord(byte[] text, int at, String word) {
        return new CharReader(text, at, text.length).matchesIgnoringCase(at, word, 0, word.length());
    }

    /** Takes note of a line if it is a number, perhaps between dashes. */
    void look(int line) {
        int from = lines.start(line);
        int to = lines.end(line);
        boolean dashed = Chars.isDash(text[from]) && Chars.isDash(text[to - 1]);
        int start = Chars.spacesEnd(text, dashed ? from + 1 : from, to);
        int end = numberEnd(text, start, to);
        if (end < 0 || Chars.spacesEnd(text, end, to) != (dashed ? to - 1 : to)) {
            return;
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
            places = Arrays.copyOf(places, count * 2);
        }
        numbers[count] = new CharReader(text, start, end).readInt(MAX_DIGITS);
        places[count] = line;
        count++;
    }

    /** Takes out those that are page numbers, and tells whether there were any. */
    boolean takeOut() {
        if (count == 0) {
            return false;
        }
        boolean[] isPage = counted();
        isPage[count - 1] |= isLastOfAll(places[count - 1]);
        boolean any = false;
        for (int i = 0; i < count; i++) {
            if (isPage[i]) {
                lines.takeOut(places[i]);
                any = true;
            }
        }
        return any;
    }

    /** The longest count upwards, of two numbers or more. */
    private boolean[] counted() {
        int[] lengths = new int[count];
        int[] before = new int[count];
        int[] latest = new int[MORE_THAN_ANY];
        Arrays.fill(latest, -1);
        int best = 0;
        for (int i = 0; i < count; i++) {
            int number = numbers[i];
            before[i] = number > 1 ? latest[number - 1] : -1;
            lengths[i] = before[i] >= 0 ? lengths[before[i]] + 1 : number == 1 || number == 2 ? 1 : 0;
            best = lengths[i] > lengths[best] ? i : best;
            if (lengths[i] > 0 && (latest[number] < 0 || lengths[i] > lengths[latest[number]])) {
                latest[number] = i;
            }
        }
        boolean[] isPage = new boolean[count];
        for (int i = lengths[best] > 1 ? best : -1; i >= 0; i = before[i]) {
            isPage[i] = true;
        }
        return isPage;
    }

    private boolean isLastOfAll(int line) {
        return line > 0 && line == lines.count() - 1 && Chars.isStop(text[lines.end(line - 1) - 1]);
    }

    /** Index behind a number of at most {@value #MAX_DIGITS} digits, with spaces before it; -1 if there is none. */
    private static int numberEnd(byte[] text, int from, int to) {
        int start = Chars.spacesEnd(text, from, to);
        int end = start;
        while (end < to && Chars.isDigit(text[end])) {
            end++;
        }
        return end > start && end - start <= MAX_DIGITS ? end : -1;
    }
}
