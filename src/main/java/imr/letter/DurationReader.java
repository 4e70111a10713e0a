package imr.letter;

/**
 * Reads how long: {@code for 6 weeks}, {@code 30 day rental}, and for how many days a supply lasts. Comes after the reader
 * of frequency, whose weeks are taken.
 */
final class DurationReader {

    private static final int DAYS_A_WEEK = 7;
    private static final int DAYS_A_MONTH = 30;
    private static final int MOST_DAYS = 100_000;

    private final RequestTokens tokens;
    private final Single<String> duration;
    private final Single<Integer> daysSupply = new Single<>();

    /** @param duration what is told already, with the frequency */
    DurationReader(RequestTokens tokens, Single<String> duration) {
        this.tokens = tokens;
        this.duration = duration;
    }

    void read() {
        for (int at = 0; at < tokens.count(); at++) {
            if (tokens.isCount(at)) {
                at = Math.max(at, readAt(at) - 1);
            }
        }
    }

    Single<Integer> daysSupply() {
        return daysSupply;
    }

    private int readAt(int number) {
        int behind = number + 1;
        if ((tokens.isMark(behind, '-') || tokens.is(behind, RequestWord.TO)) && tokens.isCount(behind + 1)) {
            behind += 2;
        }
        int unit = tokens.isMark(behind, '-') ? behind + 1 : behind;
        boolean span = tokens.kind(unit).isSpanOfDays() || tokens.is(unit, RequestWord.YEAR);
        if (!span || isPointInTime(number, unit)) {
            return number + 1;
        }
        duration.add(tokens.text(number, unit + 1), tokens.range(number, unit + 1));
        if (tokens.is(unit + 1, RequestWord.SUPPLY) && behind == number + 1) {
            supply(number, unit);
        }
        tokens.take(number, unit + 1);
        return unit + 1;
    }

    private boolean isPointInTime(int number, int unit) {
        return switch (tokens.kind(number - 1)) {
            case IN, EVERY, PER -> true;
            default ->
                tokens.is(unit + 1, RequestWord.POINT_IN_TIME)
                        || tokens.isMark(number - 1, '/')
                        || tokens.isMark(number - 1, '-');
        };
    }

    private void supply(int number, int unit) {
        RequestWord kind = tokens.kind(unit);
        int days = kind == RequestWord.DAY ? 1 : kind == RequestWord.WEEK ? DAYS_A_WEEK : DAYS_A_MONTH;
        if (kind != RequestWord.YEAR && tokens.value(number) <= MOST_DAYS / days) {
            daysSupply.add(tokens.value(number) * days, tokens.range(number, unit + 1));
        }
    }
}
