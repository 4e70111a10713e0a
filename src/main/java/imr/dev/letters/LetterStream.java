package imr.dev.letters;

import imr.dev.letters.LetterRecord.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A stream of letter records as an intake would publish them: new cases, the same letter again, amended letters,
 * letters that can't be read. Each record says what is to become of it, so that a test can count for itself. The same
 * plan gives the same records. The time of records goes on, but single records are behind it by up to the plan's
 * disorder.
 */
public final class LetterStream implements Iterator<LetterRecord> {

    /** Repeats and amendments are of one of so many latest cases. */
    private static final int MEMORY = 512;

    private final Plan plan;
    private final LetterGenerator letters;
    private final Dice dice;
    private final long[] cases = new long[MEMORY];
    private final int[] revisions = new int[MEMORY];
    private int produced;
    private long nextCase;

    public LetterStream(Plan plan) {
        this.plan = plan;
        this.letters = new LetterGenerator(plan.seed());
        this.dice = Dice.of(plan.seed(), 's');
    }

    /**
     * What a stream is like.
     *
     * @param seed what it depends on
     * @param records how many records
     * @param start time of the first record; later than the decisions in the letters if after 2017-03-20
     * @param span from the first record to the last
     * @param disorder how far single records are behind at most
     * @param repeatPercent share of repeats
     * @param amendedPercent share of amended letters
     * @param rejectedPercent share of letters that can't be read
     */
    public record Plan(
            long seed,
            int records,
            Instant start,
            Duration span,
            Duration disorder,
            int repeatPercent,
            int amendedPercent,
            int rejectedPercent) {

        /** Two weeks from 30 October 2017, across the end of daylight saving time in California. */
        public static Plan ofRecords(long seed, int records) {
            return new Plan(
                    seed,
                    records,
                    Instant.parse("2017-10-30T07:00:00Z"),
                    Duration.ofDays(14),
                    Duration.ofHours(30),
                    8,
                    8,
                    3);
        }
    }

    @Override
    public boolean hasNext() {
        return produced < plan.records();
    }

    @Override
    public LetterRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Instant timestamp = timestamp();
        produced++;
        int drawn = dice.below(100);
        if (drawn < plan.rejectedPercent()) {
            return rejected(timestamp);
        }
        if (nextCase == 0 || drawn >= plan.rejectedPercent() + plan.repeatPercent() + plan.amendedPercent()) {
            return first(timestamp);
        }
        int slot = dice.below((int) Math.min(nextCase, MEMORY));
        if (drawn >= plan.rejectedPercent() + plan.repeatPercent()) {
            revisions[slot]++;
            return record(letters.letter(cases[slot], revisions[slot], 0), timestamp, Arrival.AMENDED);
        }
        int copy = dice.percent(50) ? 0 : dice.between(1, 1000);
        return record(letters.letter(cases[slot], revisions[slot], copy), timestamp, Arrival.REPEAT);
    }

    private LetterRecord first(Instant timestamp) {
        int slot = (int) (nextCase % MEMORY);
        cases[slot] = nextCase;
        revisions[slot] = 0;
        return record(letters.letter(nextCase++), timestamp, Arrival.FIRST);
    }

    /** Of a case that is on record or of a new one; either way nothing of it counts. */
    private LetterRecord rejected(Instant timestamp) {
        boolean known = nextCase > 0 && dice.percent(30);
        GeneratedLetter letter = letters.letter(known ? cases[0] : Long.MAX_VALUE / 2 + produced);
        byte[] broken = BrokenLetters.broken(letter.text(), dice);
        return new LetterRecord(letter.key(), timestamp, letter.headers(), broken, Arrival.REJECTED, null);
    }

    private static LetterRecord record(GeneratedLetter letter, Instant timestamp, Arrival arrival) {
        return new LetterRecord(letter.key(), timestamp, letter.headers(), letter.text(), arrival, letter.truth());
    }

    private Instant timestamp() {
        long step = plan.span().toMillis() / Math.max(1, plan.records() - 1);
        long behind = dice.percent(20) ? dice.next() >>> 1 : 0;
        long disorder = Math.max(1, plan.disorder().toMillis());
        return plan.start().plusMillis(step * produced - behind % disorder);
    }
}
