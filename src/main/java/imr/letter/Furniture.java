package imr.letter;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a page carries besides the letter: {@code Final Determination Letter for IMR Case Number CM16-0000000  3}
 * anywhere, {@code Page 3 of 7} alone on a line, and a number alone on a line next to a page break.
 */
final class Furniture {

    private static final byte[] FOOTER = "finaldeterminationletterforimrcasenumber".getBytes(StandardCharsets.US_ASCII);
    static final char FOOTER_START = 'F';
    private static final int MAX_DIGITS = 3;
    /** Longest stretch looked at for one piece of furniture, far longer than any: keeps the search linear. */
    private static final int REACH = 160;

    private Furniture() {}

    /** Whether the second character is a footer's too, or a space; tells nearly all words from a footer. */
    static boolean mayBeFooter(byte[] text, int at) {
        return at + 1 < text.length && (text[at + 1] == 'i' || text[at + 1] == 'I' || text[at + 1] <= ' ');
    }

    /** Index behind a piece of furniture that starts at {@code at}; {@code at} itself where none does. */
    static int endAt(byte[] text, int at, boolean atLineStart, boolean afterPageBreak) {
        byte c = text[at];
        if (c == FOOTER_START) {
            return footerEnd(text, at);
        }
        if (!atLineStart) {
            return at;
        }
        if (c == 'P' || c == 'p') {
            return pageOfPagesEnd(text, at);
        }
        return Chars.isDigit(c) ? bareNumberEnd(text, at, afterPageBreak) : at;
    }

    /** The case number in a footer that was found in a range; null in other furniture. */
    static CaseNumber.@Nullable Found caseNumber(byte[] text, int from, int to) {
        CharReader reader = new CharReader(text, from, to);
        for (int at = from; at < to; at++) {
            CaseNumber.Found found = Chars.lower(text[at]) == 'c' ? CaseNumber.read(reader, at) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static int footerEnd(byte[] text, int at) {
        int limit = Math.min(text.length, at + REACH);
        int wordingEnd = wordingEnd(text, at, limit);
        if (wordingEnd < 0) {
            return at;
        }
        int numberStart = Chars.spacesEnd(text, wordingEnd, limit);
        int numberEnd = numberStart;
        while (numberEnd < limit && !Chars.isSpace(text[numberEnd])) {
            numberEnd++;
        }
        if (numberEnd == numberStart || !Chars.isDigit(text[numberEnd - 1])) {
            return at;
        }
        int pageStart = Chars.spacesEnd(text, numberEnd, limit);
        int pageEnd = digitsEnd(text, pageStart, limit);
        boolean pageNumber = pageEnd > pageStart && pageEnd - pageStart <= MAX_DIGITS && isWordEnd(text, pageEnd);
        return pageNumber ? pageEnd : numberEnd;
    }

    private static int wordingEnd(byte[] text, int at, int limit) {
        int i = at;
        for (byte letter : FOOTER) {
            if (i < limit && Chars.lower(text[i]) != letter) {
                i = Chars.spacesEnd(text, i, limit);
            }
            if (i >= limit || Chars.lower(text[i]) != letter) {
                return -1;
            }
            i++;
        }
        return i;
    }

    private static int pageOfPagesEnd(byte[] text, int at) {
        int limit = Math.min(text.length, at + REACH);
        if (!isWord(text, at, "page")) {
            return at;
        }
        int first = Chars.spacesEnd(text, at + 4, limit);
        int firstEnd = digitsEnd(text, first, limit);
        int of = Chars.spacesEnd(text, firstEnd, limit);
        if (firstEnd == first || !isWord(text, of, "of")) {
            return at;
        }
        int last = Chars.spacesEnd(text, of + 2, limit);
        int lastEnd = digitsEnd(text, last, limit);
        return lastEnd > last && lineEndsAt(text, lastEnd) ? lastEnd : at;
    }

    private static int bareNumberEnd(byte[] text, int at, boolean afterPageBreak) {
        int limit = Math.min(text.length, at + REACH);
        int end = digitsEnd(text, at, limit);
        if (end - at > MAX_DIGITS || !lineEndsAt(text, end)) {
            return at;
        }
        return afterPageBreak || pageBreakFollows(text, end, limit) ? end : at;
    }

    private static boolean pageBreakFollows(byte[] text, int from, int limit) {
        int i = from;
        while (i < limit && Chars.isSpace(text[i])) {
            if (Chars.isPageBreak(text[i])) {
                return true;
            }
            i++;
        }
        return false;
    }

    private static boolean lineEndsAt(byte[] text, int from) {
        int i = from;
        while (i < text.length && i - from < REACH) {
            byte c = text[i];
            if (Chars.isLineBreak(c) || Chars.isPageBreak(c)) {
                return true;
            }
            if (!Chars.isSpace(c)) {
                return false;
            }
            i++;
        }
        return i == text.length;
    }

    private static boolean isWord(byte[] text, int at, String word) {
        return new CharReader(text, at, text.length).matchesIgnoringCase(at, word, 0, word.length());
    }

    private static boolean isWordEnd(byte[] text, int at) {
        return at == text.length || Chars.isSpace(text[at]);
    }

    private static int digitsEnd(byte[] text, int from, int limit) {
        int i = from;
        while (i < limit && Chars.isDigit(text[i])) {
            i++;
        }
        return i;
    }
}
