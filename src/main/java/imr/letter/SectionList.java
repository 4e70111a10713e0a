package imr.letter;

import imr.reference.CitationVocabulary;

/**
 * Splits a list of sections whose names hold commas themselves. A numbered section goes on to the comma before the next
 * number; else the longest known name counts; else a name goes on to a comma outside brackets that is followed by a
 * capital letter or a digit, since names put their qualifier behind a comma in small letters. A mere number is a page.
 */
final class SectionList {

    private final FlatText flat;
    private final byte[] chars;
    private final CitationVocabulary vocabulary;

    SectionList(FlatText flat, CitationVocabulary vocabulary) {
        this.flat = flat;
        this.chars = flat.chars;
        this.vocabulary = vocabulary;
    }

    /** Adds the sections of a range, and the numbers among them as pages. */
    void read(int from, int to, CitedPlaces places) {
        int at = skipSeparators(from, to);
        while (at < to) {
            int pageEnd = pageEnd(chars, at, to);
            int end = pageEnd < 0 ? nameEnd(at, to) : pageEnd;
            if (pageEnd < 0) {
                add(at, end, places);
            } else {
                PageList.read(chars, at, pageEnd, places);
            }
            at = skipSeparators(end, to);
        }
    }

    /** Adds the topic in a range: split like a list if it is known names throughout, else as a whole. */
    void readTopic(int from, int to, CitedPlaces places) {
        int end = from;
        int known = 0;
        while (end < to) {
            int next = vocabulary.sectionEnd(chars, end, to);
            if (next < 0) {
                add(from, to, places);
                return;
            }
            known++;
            end = skipSeparators(next, to);
        }
        if (known > 1) {
            read(from, to, places);
        } else {
            add(from, to, places);
        }
    }

    private void add(int from, int to, CitedPlaces places) {
        int end = to;
        while (end > from && (chars[end - 1] == ' ' || chars[end - 1] == ',' || chars[end - 1] == ';')) {
            end--;
        }
        if (from < end) {
            places.addSection(from, end);
        }
    }

    private int nameEnd(int from, int to) {
        if (isNumbered(from, to)) {
            return commaBefore(from, to, true);
        }
        int known = vocabulary.sectionEnd(chars, from, to);
        if (known < 0) {
            return commaBefore(from, to, false);
        }
        int next = skipSeparators(known, to);
        boolean qualified = next < to && Chars.isLower(chars[next]) && vocabulary.sectionEnd(chars, next, to) < 0;
        return qualified ? commaBefore(next, to, false) : known;
    }

    /** The first comma outside brackets behind which another name can start; the range's end if there is none. */
    private int commaBefore(int from, int to, boolean numbered) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            byte c = chars[at];
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && (c == ',' || c == ';')) {
                int next = skipSeparators(at, to);
                if (next < to && (numbered ? isNumbered(next, to) : startsName(next, to))) {
                    return at;
                }
                at = next - 1;
            }
        }
        return to;
    }

    private boolean startsName(int at, int to) {
        return !Chars.isLower(chars[at]) || vocabulary.sectionEnd(chars, at, to) >= 0;
    }

    /** Whether a section with a number of its own starts here: {@code 2. Opioids ...}, {@code 3.3.1.2 Opioids ...}. */
    private boolean isNumbered(int from, int to) {
        int at = from;
        boolean dotted = false;
        while (at < to && (Chars.isDigit(chars[at]) || (at > from && (chars[at] == '.' || chars[at] == ')')))) {
            dotted |= !Chars.isDigit(chars[at]);
            at++;
        }
        int name = flat.skipSpaces(at, to);
        return dotted && name < to && Chars.isLetter(chars[name]);
    }

    /** End of an entry that is nothing but a page or a range of pages, up to a comma or the end; -1 for a name. */
    private static int pageEnd(byte[] chars, int from, int to) {
        int at = from;
        while (at < to && (Chars.isDigit(chars[at]) || (at > from && (chars[at] == '-' || chars[at] == ' ')))) {
            at++;
        }
        return at > from && (at == to || chars[at] == ',' || chars[at] == ';') ? at : -1;
    }

    private int skipSeparators(int from, int to) {
        int at = from;
        while (at < to && (chars[at] == ' ' || chars[at] == ',' || chars[at] == ';')) {
            at++;
        }
        return at;
    }
}
