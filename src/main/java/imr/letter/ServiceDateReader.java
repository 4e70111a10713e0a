package imr.letter;

import imr.avro.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days on which a treatment was given: dates behind {@code DOS}, {@code date of service} and the like, one or
 * more of them. A date without such words before it may be that of a prescription or a request, and isn't read.
 */
final class ServiceDateReader {

    private static final Phrase[] MARKERS = {
        Phrase.of("dos"),
        Phrase.of("date of service"),
        Phrase.of("dates of service"),
        Phrase.of("service date"),
        Phrase.of("service dates"),
        Phrase.of("performed on"),
        Phrase.of("dispensed on"),
        Phrase.of("provided on"),
        Phrase.of("administered on"),
        Phrase.of("rendered on"),
    };

    /** Words that lead from a marker to its date or from one date to the next. */
    private static final Phrase[] BETWEEN = {
        Phrase.of("of"),
        Phrase.of("on"),
        Phrase.of("is"),
        Phrase.of("was"),
        Phrase.of("from"),
        Phrase.of("range"),
        Phrase.of("between"),
        Phrase.of("and"),
        Phrase.of("to"),
        Phrase.of("through"),
        Phrase.of("thru"),
        Phrase.of("dos"),
    };

    private final FlatText flat;
    private final int from;
    private final int to;
    private DateScanner.@Nullable Found first;
    private DateScanner.@Nullable Found last;

    ServiceDateReader(FlatText flat, int from, int to) {
        this.flat = flat;
        this.from = from;
        this.to = to;
    }

    void read() {
        CharReader reader = new CharReader(flat.chars, from, to);
        int at = from;
        while (at < to) {
            reader.moveTo(at);
            int behind = reader.atWordStart() ? markerEnd(reader, at) : at;
            at = behind > at ? Math.max(behind, dates(reader, behind)) : at + 1;
        }
    }

    /** The only or the first day; null if none is named. */
    @Nullable
    LocalDate first() {
        return first == null ? null : first.date();
    }

    @Nullable
    Span firstSpan() {
        return first == null ? null : first.place().span(flat);
    }

    /** The last day; null unless there are several. */
    @Nullable
    LocalDate last() {
        DateScanner.Found found = several();
        return found == null ? null : found.date();
    }

    @Nullable
    Span lastSpan() {
        DateScanner.Found found = several();
        return found == null ? null : found.place().span(flat);
    }

    private DateScanner.@Nullable Found several() {
        return first == null || last == null || first.date().equals(last.date()) ? null : last;
    }

    private int markerEnd(CharReader reader, int at) {
        byte c = Chars.lower(flat.chars[at]);
        if (c != 'd' && c != 's' && c != 'p' && c != 'a' && c != 'r') {
            return at;
        }
        int end = at;
        for (Phrase marker : MARKERS) {
            reader.moveTo(at);
            if (reader.skipWhole(marker)) {
                end = Math.max(end, reader.position());
            }
        }
        return end > at ? end : dottedEnd(reader, at);
    }

    /** {@code D.O.S.} */
    private static int dottedEnd(CharReader reader, int at) {
        reader.moveTo(at);
        String letters = "dos";
        for (int i = 0; i < letters.length(); i++) {
            if (Chars.lower(reader.peek()) != letters.charAt(i)) {
                return at;
            }
            reader.next();
            if (!reader.skip('.') && i < letters.length() - 1) {
                return at;
            }
        }
        return reader.position();
    }

    /** Reads dates one behind the other and returns the index behind the last and what could lead to another. */
    private int dates(CharReader reader, int from) {
        int at = skipBetween(reader, from);
        DateScanner.Found found = at < to ? DateScanner.read(reader, at) : null;
        while (found != null) {
            tell(found);
            at = skipBetween(reader, found.end());
            found = at < to && at > found.end() ? DateScanner.read(reader, at) : null;
        }
        return at;
    }

    private void tell(DateScanner.Found told) {
        first = first == null || told.date().isBefore(first.date()) ? told : first;
        last = last == null || told.date().isAfter(last.date()) ? told : last;
    }

    private int skipBetween(CharReader reader, int from) {
        reader.moveTo(from);
        boolean moved = true;
        while (moved && !reader.atEnd()) {
            int start = reader.position();
            if (isSeparator(reader.peek())) {
                reader.next();
            } else if (Chars.isLetter(reader.peek())) {
                for (Phrase word : BETWEEN) {
                    if (reader.skipWhole(word)) {
                        break;
                    }
                }
            }
            moved = reader.position() > start;
        }
        return reader.position();
    }

    private static boolean isSeparator(byte c) {
        return switch (c) {
            case ' ', ':', ',', ';', '-', Chars.EN_DASH, '&', '(', ')', '.', '#' -> true;
            default -> false;
        };
    }
}
