package imr.dev.letters;

import java.time.LocalDate;
import java.util.List;

/** The ways in which letters print a day. */
enum PrintedDate {
    /** 12/08/2016. */
    FULL,
    /** 12/8/2016. */
    SLASHED,
    /** 12/8/16. */
    SHORT,
    /** 12-08-2016. */
    HYPHENATED,
    /** 12-08-16. */
    SHORT_HYPHENATED,
    /** December 8, 2016. */
    SPELLED;

    private static final List<PrintedDate> ALL = List.of(values());
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    static PrintedDate any(Dice dice) {
        return dice.pick(ALL);
    }

    String print(LocalDate day) {
        return append(new StringBuilder(18), day).toString();
    }

    StringBuilder append(StringBuilder out, LocalDate day) {
        return switch (this) {
            case FULL -> numbers(out, day, '/', true, true);
            case SLASHED -> numbers(out, day, '/', false, true);
            case SHORT -> numbers(out, day, '/', false, false);
            case HYPHENATED -> numbers(out, day, '-', true, true);
            case SHORT_HYPHENATED -> numbers(out, day, '-', true, false);
            case SPELLED ->
                out.append(MONTHS[day.getMonthValue() - 1])
                        .append(' ')
                        .append(day.getDayOfMonth())
                        .append(", ")
                        .append(day.getYear());
        };
    }

    private static StringBuilder numbers(
            StringBuilder out, LocalDate day, char separator, boolean padded, boolean century) {
        number(out, day.getMonthValue(), padded).append(separator);
        number(out, day.getDayOfMonth(), padded).append(separator);
        return century ? out.append(day.getYear()) : number(out, day.getYear() % 100, true);
    }

    private static StringBuilder number(StringBuilder out, int number, boolean padded) {
        return (padded && number < 10 ? out.append('0') : out).append(number);
    }
}
