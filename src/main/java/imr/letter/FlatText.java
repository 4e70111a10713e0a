package imr.letter;

import com.dynatrace.hash4j.hashing.HashStream128;
import imr.avro.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A letter as one line: white space collapsed to single spaces, page furniture taken out, and a word that was hyphenated
 * at a line's end joined to its rest with the hyphen kept. Keeps where each character stands in the decoded text, and
 * where the lines began and what gap was before them. Scanners work on {@link #chars}, so that they needn't care for
 * layout. Instances come from {@link Flattener}.
 */
final class FlatText {

    private static final long HYPHENS = Eight.of('-');

    private final CodedText source;
    private final Origins origins;
    private final Lines lines;
    /** Where the colons stand. */
    private final int[] colons;

    /** The flat text as codes ({@link Chars}), from 0 to {@link #length}. The array may be longer. */
    final byte[] chars;

    /** Characters in use of {@link #chars}. */
    final int length;

    /** Case number that the pages' footer repeats, if they have one, with its place in the decoded text. */
    final CaseNumber.@Nullable Found footerCaseNumber;

    FlatText(
            CodedText source,
            byte[] chars,
            int length,
            Origins origins,
            Lines lines,
            int[] colons,
            CaseNumber.@Nullable Found footerCaseNumber) {
        this.source = source;
        this.chars = chars;
        this.length = length;
        this.origins = origins;
        this.lines = lines;
        this.colons = colons;
        this.footerCaseNumber = footerCaseNumber;
    }

    /** Text of a range without white space at its ends. */
    String text(int from, int to) {
        int start = skipSpaces(from, to);
        int end = trimEnd(start, to);
        return isAscii(start, end)
                ? new String(chars, start, end - start, StandardCharsets.ISO_8859_1)
                : wideText(start, end);
    }

    private boolean isAscii(int from, int to) {
        int all = 0;
        if (!source.isAscii()) {
            for (int at = from; at < to; at++) {
                all |= chars[at];
            }
        }
        return all >= 0;
    }

    private String wideText(int from, int to) {
        char[] text = new char[to - from];
        for (int at = from; at < to; at++) {
            text[at - from] = chars[at] >= 0 ? (char) chars[at] : source.charAt(origins.offset(at));
        }
        return new String(text);
    }

    /** Where a range stands in the decoded text, from its first to its last character that isn't white space. */
    Span span(int from, int to) {
        int start = skipSpaces(from, to);
        int end = trimEnd(start, to);
        return start == end ? new Span(offset(start), offset(start)) : new Span(offset(start), offset(end - 1) + 1);
    }

    /** Line and column in the decoded text. */
    Position position(int at) {
        return Position.of(source.codes(), offset(at));
    }

    private int offset(int at) {
        return at >= length ? source.length() : origins.offset(at);
    }

    /**
     * Feeds the text to a hash, without the spaces that follow hyphens. Characters beyond ASCII come behind the rest, which
     * has their codes where they stand.
     */
    void update(HashStream128 hash) {
        int from = 0;
        for (int space = spaceBehindHyphen(0); space < length; space = spaceBehindHyphen(from)) {
            hash.putBytes(chars, from, space - from);
            from = space + 1;
        }
        hash.putBytes(chars, from, length - from);
        if (!source.isAscii()) {
            for (int at = Eight.firstWide(chars, 0, length); at < length; at = Eight.firstWide(chars, at + 1, length)) {
                hash.putChar(source.charAt(origins.offset(at)));
            }
        }
    }

    /** The first space behind a hyphen, from an index on; the text's length if there is none. */
    private int spaceBehindHyphen(int from) {
        int at = from;
        for (; at + Long.BYTES < length; at += Long.BYTES) {
            if (Eight.has(Eight.at(chars, at), HYPHENS)) {
                for (int i = at; i < at + Long.BYTES; i++) {
                    if (chars[i] == '-' && chars[i + 1] == ' ') {
                        return i + 1;
                    }
                }
            }
        }
        while (at + 1 < length && (chars[at] != '-' || chars[at + 1] != ' ')) {
            at++;
        }
        return Math.min(at + 1, length);
    }

    int colonCount() {
        return colons.length;
    }

    /** The first colon at {@code from} or later, counted from 0; their number if there is none. */
    int firstColon(int from) {
        int found = Arrays.binarySearch(colons, from);
        return found >= 0 ? found : -found - 1;
    }

    /** Where a colon stands, counted from 0. */
    int colon(int colon) {
        return colons[colon];
    }

    int skipSpaces(int from, int to) {
        int at = from;
        while (at < to && chars[at] == ' ') {
            at++;
        }
        return at;
    }

    int trimEnd(int from, int to) {
        int end = to;
        while (end > from && chars[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    /** First start of a heading in a range: on a line of its own, or else wherever it stands; -1 if it is nowhere. */
    int heading(Phrase wording, int from, int to) {
        int line = lines.at(from);
        for (int start = from; start < to; start = lineEnd(line), line++) {
            if (wording.endAt(chars, start, to) != Phrase.NOT_FOUND) {
                return start;
            }
        }
        return wording.find(chars, from, to);
    }

    /** Number of the line, from 0, that a character is on. */
    int lineAt(int at) {
        return lines.at(at);
    }

    int lineCount() {
        return lines.count();
    }

    /** Where a line starts; blank lines and page furniture don't count as lines. */
    int lineStart(int line) {
        return lines.start(line);
    }

    /** Index behind a line's last character and the space after it. */
    int lineEnd(int line) {
        return line + 1 < lines.count() ? lines.start(line + 1) : length;
    }

    /** What stands before a line. */
    Gap gapBefore(int line) {
        return lines.gapBefore(line);
    }

    /** Whether a full stop, perhaps in quotes or brackets, is the last thing before {@code end}. */
    boolean endsSentence(int from, int end) {
        int at = trimEnd(from, end) - 1;
        while (at > from && Chars.isCloser(chars[at])) {
            at--;
        }
        return at >= from && Chars.isStop(chars[at]);
    }
}
