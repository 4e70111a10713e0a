package imr.letter;

import imr.avro.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads how often: {@code 3 times a week for 2 weeks}, {@code twice daily}, {@code 2x/week}, {@code every 4-6 hours},
 * {@code q8h}, {@code bid}, and for treatments given in visits {@code 1 x 3}. Takes the tokens that it reads.
 */
final class FrequencyReader {

    /** More visits a week, or weeks, aren't asked for: what has such numbers is a measure. */
    private static final int MOST_A_WEEK = 14;

    private static final int MOST_WEEKS = 60;

    private final RequestTokens tokens;
    private final boolean course;

    private final Single<String> text = new Single<>();
    private final Single<Integer> visitsPerWeek = new Single<>();
    private final Single<Integer> weeks = new Single<>();
    private final Single<Integer> visits = new Single<>();
    private final Single<String> duration = new Single<>();
    /** First token of the frequency in hand. */
    private int first;

    FrequencyReader(RequestTokens tokens) {
        this.tokens = tokens;
        this.course = tokens.namesCourse();
    }

    void read() {
        int at = 0;
        while (at < tokens.count()) {
            first = at;
            int end = end(at);
            if (end > at) {
                text.add(tokens.text(at, end), tokens.range(at, end));
                tokens.take(at, end);
                at = end;
            } else {
                at++;
            }
        }
    }

    @Nullable
    String text() {
        return text.get();
    }

    /** Visits a week; null unless there is one frequency. */
    @Nullable
    Integer visitsPerWeek() {
        return text.get() == null ? null : visitsPerWeek.get();
    }

    @Nullable
    Integer weeks() {
        return text.get() == null ? null : weeks.get();
    }

    @Nullable
    Span span(FlatText flat) {
        return text.span(flat);
    }

    @Nullable
    Span visitsPerWeekSpan(FlatText flat) {
        return text.get() == null ? null : visitsPerWeek.span(flat);
    }

    @Nullable
    Span weeksSpan(FlatText flat) {
        return text.get() == null ? null : weeks.span(flat);
    }

    /** Visits in all that the frequency comes to. */
    Single<Integer> visits() {
        return visits;
    }

    /** How long the course goes on. */
    Single<String> duration() {
        return duration;
    }

    /** Token behind the frequency that starts here; {@code at} if none does. */
    private int end(int at) {
        return switch (tokens.kind(at)) {
            case NUMBER -> counted(at);
            case ONCE -> rate(at, at + 1, 1);
            case TWICE -> rate(at, at + 1, 2);
            case THRICE -> rate(at, at + 1, 3);
            case EVERY -> every(at);
            case LATIN, NIGHTLY -> at + 1;
            case AT -> tokens.is(at + 1, RequestWord.NIGHT) ? at + 2 : at;
            case DAILY, WEEKLY -> isTaken(at - 1) ? at + 1 : at;
            default -> at;
        };
    }

    /** Whether a bare {@code daily} belongs to a dose before it. */
    private boolean isTaken(int token) {
        return switch (tokens.kind(token)) {
            case DOSE, TAKEN, STRENGTH_UNIT -> true;
            default -> false;
        };
    }

    private int counted(int at) {
        if (!tokens.isCount(at)) {
            return at;
        }
        int rangeEnd = rangeEnd(at);
        int count = rangeEnd == at + 1 ? tokens.value(at) : 0;
        if (tokens.is(rangeEnd, RequestWord.X)) {
            int end = rate(at, rangeEnd + 1, count);
            return end > at ? end : times(at, rangeEnd + 1, count);
        }
        if (tokens.is(rangeEnd, RequestWord.TIMES)) {
            return rate(at, rangeEnd + 1, count);
        }
        if (tokens.is(rangeEnd, RequestWord.VISIT) || tokens.is(rangeEnd, RequestWord.DOSE)) {
            return rate(at, rangeEnd + 1, count);
        }
        boolean per = tokens.isMark(rangeEnd, '/')
                || tokens.is(rangeEnd, RequestWord.PER)
                || tokens.is(rangeEnd, RequestWord.DAILY);
        return per ? rate(at, rangeEnd, count) : at;
    }

    /** Behind a number or a range of numbers. */
    private int rangeEnd(int at) {
        boolean hyphen = tokens.isMark(at + 1, '-') || tokens.is(at + 1, RequestWord.TO);
        return hyphen && tokens.isCount(at + 2) ? at + 3 : at + 1;
    }

    /** The time in which something is done so often, and the weeks that this goes on. */
    private int rate(int from, int at, int count) {
        int unit = tokens.isMark(at, '/') || tokens.is(at, RequestWord.PER) ? at + 1 : at;
        boolean per = unit > at;
        return switch (tokens.kind(unit)) {
            case DAY, NIGHT -> per ? unit + 1 : from;
            case DAILY, MONTHLY, MONTH -> unit + 1;
            case WEEK, WEEKLY -> weekly(unit + 1, count);
            default -> from;
        };
    }

    private int weekly(int at, int count) {
        tell(visitsPerWeek, count, first);
        int number = at;
        while (number < at + 3
                && (tokens.isMark(number, ',')
                        || tokens.is(number, RequestWord.FOR)
                        || tokens.is(number, RequestWord.NEXT)
                        || tokens.is(number, RequestWord.X)
                        || tokens.is(number, RequestWord.TIMES))) {
            number++;
        }
        return tokens.isCount(number) ? weeksBehind(at, number, count) : at;
    }

    private int weeksBehind(int at, int number, int count) {
        int rangeEnd = rangeEnd(number);
        int unit = tokens.isMark(rangeEnd, '-') ? rangeEnd + 1 : rangeEnd;
        if (!tokens.kind(unit).isSpanOfDays()) {
            return at;
        }
        duration.add(tokens.text(number, unit + 1), tokens.range(number, unit + 1));
        if (tokens.is(unit, RequestWord.WEEK)) {
            int told = rangeEnd == number + 1 ? tokens.value(number) : 0;
            tell(weeks, told, number);
            product(count, told, unit + 1);
        }
        return unit + 1;
    }

    /** {@code 2 x 3}: so many times a week for so many weeks, which only treatments given in visits are asked for by. */
    private int times(int from, int at, int count) {
        if (!course || !tokens.isCount(at) || !plausible(count, tokens.value(at))) {
            return from;
        }
        int unit = at + 1;
        if (tokens.is(unit, RequestWord.WEEK)) {
            tell(visitsPerWeek, count, first);
            return weeksBehind(from, at, count);
        }
        product(count, tokens.value(at), unit);
        return unit;
    }

    private static boolean plausible(int count, int weeks) {
        return count > 0 && count <= MOST_A_WEEK && weeks <= MOST_WEEKS;
    }

    private void product(int count, int number, int end) {
        if (plausible(count, number) && number > 0) {
            visits.add(count * number, tokens.range(first, end));
        } else {
            visits.contradict();
        }
    }

    private void tell(Single<Integer> fact, int value, int token) {
        if (value > 0) {
            fact.add(value, tokens.range(token, token + 1));
        } else {
            fact.contradict();
        }
    }

    private int every(int at) {
        int next = at + 1;
        if (tokens.is(next, RequestWord.OTHER_ONE)) {
            return isUnit(next + 1) ? next + 2 : at;
        }
        if (tokens.isCount(next)) {
            int rangeEnd = rangeEnd(next);
            return isUnit(rangeEnd) ? rangeEnd + 1 : at;
        }
        return isUnit(next) && !tokens.is(next, RequestWord.HOUR) ? next + 1 : at;
    }

    private boolean isUnit(int token) {
        return switch (tokens.kind(token)) {
            case HOUR, DAY, NIGHT, WEEK, MONTH -> true;
            default -> false;
        };
    }
}
