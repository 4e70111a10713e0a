package imr.letter;

import org.jspecify.annotations.Nullable;

/**
 * What a page carries besides the letter: {@code Final Determination Letter for IMR Case Number CM16-0000000  3}
 * anywhere, {@code Page 3 of 7} alone on a line, and a number alone on a line next to a page break.
 */
final class Furniture {

    private static final String FOOTER = "finaldeterminationletterforimrcasenumber";
    private static final int MAX_DIGITS = 3;
    /** Longest stretch looked at for one piece of furniture, far longer than any: keeps the search linear. */
    private static final int REACH = 160;

    private Furniture() {}

    /** Index behind a piece of furniture that starts at {@code at}; {@code at} itself where none does. */
    static int endAt(String text, int at, boolean atLineStart, boolean afterPageBreak) {
        char c = text.charAt(at);
        if (c == 'F' || c == 'f') {
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
    static @Nullable String caseNumber(String text, int from, int to) {
        char[] chars = text.substring(from, to).toCharArray();
        CharReader reader = new CharReader(chars, 0, chars.length);
        for (int at = 0; at < chars.length; at++) {
            CaseNumber.Found found = Chars.lower(chars[at]) == 'c' ? CaseNumber.read(reader, at) : null;
            if (found != null) {
                return found.number();
            }
        }
        return null;
    }

    private static int footerEnd(String text, int at) {
        int limit = Math.min(text.length(), at + REACH);
        if (at + 1 < limit && !mayGoOn(text.charAt(at + 1))) {
            return at;
        }
        int i = at;
        for (int matched = 0; matched < FOOTER.length(); matched++) {
            i = matched == 0 ? i : skipSpaces(text, i, limit);
            if (i >= limit || Chars.lower(text.charAt(i)) != FOOTER.charAt(matched)) {
                return at;
            }
            i++;
        }
        int numberStart = skipSpaces(text, i, limit);
        int numberEnd = numberStart;
        while (numberEnd < limit && !Chars.isSpace(text.charAt(numberEnd))) {
            numberEnd++;
        }
        if (numberEnd == numberStart || !Chars.isDigit(text.charAt(numberEnd - 1))) {
            return at;
        }
        int pageStart = skipSpaces(text, numberEnd, limit);
        int pageEnd = digitsEnd(text, pageStart, limit);
        boolean pageNumber = pageEnd > pageStart && pageEnd - pageStart <= MAX_DIGITS && isWordEnd(text, pageEnd);
        return pageNumber ? pageEnd : numberEnd;
    }

    /** Whether a character may stand behind the footer's first letter; tells nearly all words from a footer. */
    private static boolean mayGoOn(char second) {
        return Chars.lower(second) == FOOTER.charAt(1) || Chars.isSpace(second);
    }

    private static int pageOfPagesEnd(String text, int at) {
        int limit = Math.min(text.length(), at + REACH);
        if (!text.regionMatches(true, at, "page", 0, 4)) {
            return at;
        }
        int first = skipSpaces(text, at + 4, limit);
        int firstEnd = digitsEnd(text, first, limit);
        int of = skipSpaces(text, firstEnd, limit);
        if (firstEnd == first || !text.regionMatches(true, of, "of", 0, 2)) {
            return at;
        }
        int last = skipSpaces(text, of + 2, limit);
        int lastEnd = digitsEnd(text, last, limit);
        return lastEnd > last && lineEndsAt(text, lastEnd) ? lastEnd : at;
    }

    private static int bareNumberEnd(String text, int at, boolean afterPageBreak) {
        int limit = Math.min(text.length(), at + REACH);
        int end = digitsEnd(text, at, limit);
        if (end - at > MAX_DIGITS || !lineEndsAt(text, end)) {
            return at;
        }
        return afterPageBreak || pageBreakFollows(text, end, limit) ? end : at;
    }

    private static boolean pageBreakFollows(String text, int from, int limit) {
        int i = from;
        while (i < limit && Chars.isSpace(text.charAt(i))) {
            if (Chars.isPageBreak(text.charAt(i))) {
                return true;
            }
            i++;
        }
        return false;
    }

    private static boolean lineEndsAt(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < REACH) {
            char c = text.charAt(i);
            if (Chars.isLineBreak(c) || Chars.isPageBreak(c)) {
                return true;
            }
            if (!Chars.isSpace(c)) {
                return false;
            }
            i++;
        }
        return i == text.length();
    }

    private static boolean isWordEnd(String text, int at) {
        return at == text.length() || Chars.isSpace(text.charAt(at));
    }

    private static int digitsEnd(String text, int from, int limit) {
        int i = from;
        while (i < limit && Chars.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int skipSpaces(String text, int from, int limit) {
        int i = from;
        while (i < limit && Chars.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
