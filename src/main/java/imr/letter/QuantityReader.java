package imr.letter;

import imr.letter.FoundItem.Range;
import org.jspecify.annotations.Nullable;

/**
 * Reads how many: {@code #100}, {@code qty: 60}, {@code 30 tablets}, {@code x 3}, and visits, {@code 6 sessions} or
 * {@code eight physical therapy visits}. Comes after the readers of frequency and strength, whose numbers are taken.
 */
final class QuantityReader {

    /** Words that may stand between a number of visits and the word for them. */
    private static final int MOST_WORDS_BETWEEN = 6;

    /** More tablets than this aren't taken at a time. */
    private static final int MOST_AT_A_TIME = 3;

    private final RequestTokens tokens;
    private final boolean hasStrength;
    private final Single<Integer> printed = new Single<>();
    private final Single<Integer> pieces = new Single<>();
    private final Single<Integer> times = new Single<>();
    private final Single<Integer> visits = new Single<>();

    QuantityReader(RequestTokens tokens, boolean hasStrength) {
        this.tokens = tokens;
        this.hasStrength = hasStrength;
    }

    void read() {
        for (int at = 0; at < tokens.count(); at++) {
            if (tokens.isMark(at, '#') && tokens.isCount(at + 1) && tokens.isDigits(at + 1)) {
                tell(printed, at + 1);
            } else if (tokens.is(at, RequestWord.QUANTITY)) {
                afterQuantity(at + 1);
            } else if (tokens.is(at, RequestWord.X) || tokens.is(at, RequestWord.TIMES)) {
                multiplied(at);
            } else if (tokens.is(at, RequestWord.VISIT) && tokens.isMark(at + 1, ':') && tokens.isCount(at + 2)) {
                tell(visits, at + 2);
            } else if (tokens.isCount(at)) {
                counted(at);
            }
        }
    }

    /** Visits printed; told if there is a number of visits, though it may be a range. */
    Single<Integer> visits() {
        return visits;
    }

    /** The quantity printed, that of a drug before anything else. */
    @Nullable
    Integer quantity(@Nullable Integer visitsInAll) {
        if (printed.isTold()) {
            boolean same = visitsInAll == null || visitsInAll.equals(printed.get());
            return same ? printed.get() : null;
        }
        if (pieces.isTold()) {
            return pieces.get();
        }
        return visitsInAll != null || visits.isTold() ? visitsInAll : times.get();
    }

    /** Where the quantity stands that {@link #quantity} gives, if it gives any. */
    Range place(Range visitsInAll) {
        if (printed.isTold()) {
            return printed.place();
        }
        if (pieces.isTold()) {
            return pieces.place();
        }
        return visitsInAll.isPresent() || visits.isTold() ? visitsInAll : times.place();
    }

    private void tell(Single<Integer> fact, int number) {
        if (isRange(number)) {
            fact.contradict();
        } else {
            fact.add(tokens.value(number), tokens.range(number, number + 1));
        }
    }

    private boolean isRange(int number) {
        return isTied(number - 1, number - 2) || isTied(number + 1, number + 2);
    }

    private boolean isTied(int hyphen, int other) {
        boolean tie = tokens.isMark(hyphen, '-') || tokens.isMark(hyphen, '/') || tokens.is(hyphen, RequestWord.TO);
        return tie && tokens.is(other, RequestWord.NUMBER);
    }

    private void afterQuantity(int at) {
        int number = at;
        while (number < at + 2
                && (tokens.isMark(number, ':')
                        || tokens.isMark(number, '.')
                        || tokens.isMark(number, '#')
                        || tokens.isMark(number, '-')
                        || tokens.is(number, RequestWord.OF))) {
            number++;
        }
        if (tokens.isCount(number) && !tokens.isMark(number - 1, '#')) {
            tell(printed, number);
        }
    }

    /** {@code times 3} behind what is asked for; refills and spans of time are told so too. */
    private void multiplied(int at) {
        int number = at + 1;
        if (!tokens.isCount(number)
                || tokens.isTaken(at)
                || tokens.is(at - 1, RequestWord.NUMBER)
                || tokens.is(at - 1, RequestWord.REFILL)
                || isTime(number + 1)
                || isMeasure(number + 1)) {
            return;
        }
        if (tokens.is(at - 1, RequestWord.VISIT) || tokens.is(number + 1, RequestWord.VISIT)) {
            tell(visits, number);
        } else if (!tokens.is(number + 1, RequestWord.REFILL)) {
            tell(times, number);
        }
    }

    private boolean isTime(int token) {
        int unit = tokens.isMark(token, '-') ? token + 1 : token;
        return switch (tokens.kind(unit)) {
            case HOUR, DAY, WEEK, MONTH, YEAR, NIGHT -> true;
            default -> false;
        };
    }

    private boolean isMeasure(int token) {
        return tokens.is(token, RequestWord.X) || tokens.isMark(token, '/') || tokens.isMark(token, '%');
    }

    private void counted(int number) {
        int behind = number + 1;
        if (tokens.is(behind, RequestWord.DOSE)) {
            if (!isDosing(number)) {
                tell(pieces, number);
            }
        } else if (tokens.is(behind, RequestWord.PIECE)) {
            tell(pieces, number);
        } else if (!hasStrength) {
            countedVisits(number);
        }
    }

    /** Whether a number of tablets is what is taken at a time. */
    private boolean isDosing(int number) {
        if (tokens.is(number - 1, RequestWord.TAKEN)) {
            return true;
        }
        boolean few = tokens.value(number) <= MOST_AT_A_TIME;
        if (few && tokens.isWord(number)) {
            return true;
        }
        int next = few && tokens.isMark(number + 2, ',') ? number + 3 : number + 2;
        if (tokens.isTaken(next)) {
            return true;
        }
        return switch (tokens.kind(next)) {
            case TAKEN, EVERY, PER, DAILY, WEEKLY, NIGHTLY, ONCE, TWICE, THRICE, LATIN, AT -> true;
            default -> false;
        };
    }

    private void countedVisits(int number) {
        int last = number + 1 + MOST_WORDS_BETWEEN;
        for (int at = number + 1; at <= last; at++) {
            if (tokens.is(at, RequestWord.VISIT)) {
                tell(visits, number);
                return;
            }
            if (!isBetween(at)) {
                return;
            }
        }
    }

    /** Words that say what visits they are, hyphens within them; never a measure of time or a preposition. */
    private boolean isBetween(int token) {
        if (tokens.isMark(token, '-')) {
            return true;
        }
        return tokens.isWord(token)
                && (tokens.kind(token) == RequestWord.NONE
                        || tokens.kind(token) == RequestWord.NEXT
                        || tokens.kind(token) == RequestWord.WEEKLY
                        || tokens.kind(token) == RequestWord.POINT_IN_TIME
                        || tokens.kind(token) == RequestWord.OF)
                && !tokens.isTaken(token);
    }
}
