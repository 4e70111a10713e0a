package imr.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the ways in which letters print a date: {@code 12/8/11}, {@code 10-13-16}, {@code April 6, 1994}. */
final class DateScanner {

    /** Two-digit years below this are of the 2000s. */
    private static final int PIVOT = 50;

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    /** First three letters tell the months apart; the rest of the name is stepped over. */
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private DateScanner() {}

    /** A date read, where it begins, and the index behind it. */
    record Found(LocalDate date, int start, int end) {
        FoundItem.Range place() {
            return new FoundItem.Range(start, end);
        }
    }

    /** The date that starts exactly at {@code from}, if there is one. */
    static @Nullable Found read(CharReader reader, int from) {
        reader.moveTo(from);
        if (!reader.atWordStart()) {
            return null;
        }
        return Chars.isDigit(reader.peek()) ? numeric(reader, from) : named(reader, from);
    }

    private static @Nullable Found numeric(CharReader reader, int from) {
        int month = reader.readInt(2);
        byte separator = separator(reader);
        int day = reader.readInt(2);
        if (month < 0 || separator == 0 || day < 0 || separator(reader) != separator) {
            return null;
        }
        int yearStart = reader.position();
        int year = reader.readInt(4);
        int digits = reader.position() - yearStart;
        return finish(reader, from, year, digits, month, day);
    }

    /** A slash or a hyphen, with a stray space on either side; 0 if there is none. */
    private static byte separator(CharReader reader) {
        reader.skipSpaces();
        byte c = Chars.isHyphen(reader.peek()) ? (byte) '-' : reader.peek();
        if (c != '/' && c != '-') {
            return 0;
        }
        reader.next();
        reader.skipSpaces();
        return c;
    }

    private static @Nullable Found named(CharReader reader, int from) {
        int month = month(reader);
        if (month == 0) {
            return null;
        }
        reader.skipSpaces();
        int day = reader.readInt(2);
        reader.skip(',');
        reader.skipSpaces();
        int yearStart = reader.position();
        int year = reader.readInt(4);
        int digits = reader.position() - yearStart;
        return day < 0 || digits != 4 ? null : finish(reader, from, year, digits, month, day);
    }

    private static int month(CharReader reader) {
        int start = reader.position();
        while (Chars.isLetter(reader.peek())) {
            reader.next();
        }
        int letters = reader.position() - start;
        reader.skip('.');
        if (letters < 3 || letters > 9) {
            return 0;
        }
        for (int month = 0; month < 12; month++) {
            if (reader.matchesIgnoringCase(start, MONTHS, month * 3, 3)) {
                return month + 1;
            }
        }
        return 0;
    }

    private static @Nullable Found finish(CharReader reader, int from, int year, int digits, int month, int day) {
        boolean twoDigits = digits == 2;
        if ((!twoDigits && digits != 4) || Chars.isDigit(reader.peek())) {
            return null;
        }
        int fullYear = !twoDigits ? year : year < PIVOT ? 2000 + year : 1900 + year;
        if (fullYear < EARLIEST_YEAR || fullYear > LATEST_YEAR) {
            return null;
        }
        try {
            return new Found(LocalDate.of(fullYear, month, day), from, reader.position());
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
