package imr.letter;

import java.util.List;

/** Reads pages: {@code Page(s): 63, 78}, {@code page(s) 74-96}, {@code pg 128}, {@code page 24}, {@code pp. 78 & 80-82}. */
final class PageList {

    /** Longer before shorter. */
    private static final List<Phrase> WORDS = List.of(
            Phrase.of("page(s)"),
            Phrase.of("page"),
            Phrase.of("pgs"),
            Phrase.of("pg"),
            Phrase.of("pp"),
            Phrase.of("p"));

    private static final Phrase AND = Phrase.of("and");
    private static final Phrase TO = Phrase.of("to");
    private static final int MAX_DIGITS = 4;

    private PageList() {}

    /** Index of the first page number, if a word for pages starts at {@code at} with a number behind it; else -1. */
    static int wordEnd(byte[] chars, int at, int to) {
        if (at >= to || Chars.lower(chars[at]) != 'p') {
            return -1;
        }
        for (Phrase word : WORDS) {
            int end = word.endAt(chars, at, to);
            if (end >= 0) {
                int number = end;
                while (number < to && isBeforeNumber(chars[number])) {
                    number++;
                }
                if (number < to && Chars.isDigit(chars[number])) {
                    return number;
                }
            }
        }
        return -1;
    }

    private static boolean isBeforeNumber(byte c) {
        return c == ' ' || c == ':' || c == '.' || c == ')';
    }

    /** Adds the pages of the list whose first number is at {@code from}; gives the index behind the list. */
    static int read(byte[] chars, int from, int to, CitedPlaces places) {
        CharReader reader = new CharReader(chars, from, to);
        int end;
        do {
            readRange(reader, places);
            end = reader.position();
        } while (skipToNextNumber(reader));
        return end;
    }

    private static void readRange(CharReader reader, CitedPlaces places) {
        int start = reader.position();
        int first = reader.readInt(MAX_DIGITS);
        int behindFirst = reader.position();
        reader.skipSpaces();
        int last = first;
        if (skipRangeSign(reader) && Chars.isDigit(reader.peek())) {
            last = lastOfRange(first, reader);
        } else {
            reader.moveTo(behindFirst);
        }
        if (first >= 1) {
            places.addPages(first, Math.max(first, last), start, last >= first ? reader.position() : behindFirst);
        }
    }

    private static boolean skipRangeSign(CharReader reader) {
        boolean sign = skipDash(reader) || reader.skip(TO);
        reader.skipSpaces();
        return sign;
    }

    private static boolean skipDash(CharReader reader) {
        boolean dash = Chars.isDash(reader.peek());
        if (dash) {
            reader.next();
        }
        return dash;
    }

    /** The end of a range; {@code 303-5} is short for {@code 303-305}. */
    private static int lastOfRange(int first, CharReader reader) {
        int start = reader.position();
        int last = reader.readInt(MAX_DIGITS);
        int unit = 1;
        for (int digit = start; digit < reader.position(); digit++) {
            unit *= 10;
        }
        return last < first && unit <= first ? first / unit * unit + last : last;
    }

    private static boolean skipToNextNumber(CharReader reader) {
        reader.skipSpaces();
        boolean separated = false;
        while (reader.peek() == ',' || reader.peek() == ';' || reader.peek() == '&') {
            reader.next();
            reader.skipSpaces();
            separated = true;
        }
        if (reader.skip(AND)) {
            reader.skipSpaces();
            separated = true;
        }
        return separated && Chars.isDigit(reader.peek());
    }
}
