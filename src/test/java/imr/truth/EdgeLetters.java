package imr.truth;

import imr.dev.letters.GeneratedLetter;
import imr.dev.letters.LetterGenerator;
import imr.dev.letters.LetterRecord;
import imr.dev.letters.LetterRecord.Arrival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Letters at the very edges of hours, days, months and years in California, and amendments that move them from one edge
 * to another, out of order.
 */
public final class EdgeLetters {

    private static final List<Instant> EDGES = Stream.of(
                    // The clock goes back on 6 November 2016 at 09:00Z: half past one comes twice, the day has 25
                    // hours.
                    "2016-11-06T06:59:59.999Z",
                    "2016-11-06T07:00:00Z",
                    "2016-11-06T08:30:00Z",
                    "2016-11-06T08:59:59.999Z",
                    "2016-11-06T09:00:00Z",
                    "2016-11-06T09:30:00Z",
                    "2016-11-07T07:59:59.999Z",
                    "2016-11-07T08:00:00Z",
                    // It goes forward on 12 March 2017 at 10:00Z: two o'clock is left out, the day has 23 hours.
                    "2017-03-12T07:59:59.999Z",
                    "2017-03-12T08:00:00Z",
                    "2017-03-12T09:59:59.999Z",
                    "2017-03-12T10:00:00Z",
                    "2017-03-13T06:59:59.999Z",
                    "2017-03-13T07:00:00Z",
                    // A leap day, and the same in a year that has none.
                    "2016-02-29T07:59:59.999Z",
                    "2016-02-29T08:00:00Z",
                    "2016-03-01T07:59:59.999Z",
                    "2016-03-01T08:00:00Z",
                    "2015-03-01T07:59:59.999Z",
                    "2015-03-01T08:00:00Z",
                    // The end of a year, here and in UTC.
                    "2016-12-31T23:59:59.999Z",
                    "2017-01-01T00:00:00Z",
                    "2017-01-01T07:59:59.999Z",
                    "2017-01-01T08:00:00Z")
            .map(Instant::parse)
            .toList();

    private EdgeLetters() {}

    /**
     * A stream of them. Each case begins at an edge, is amended at the next and at a far one, and comes again unchanged
     * in between; another stays as it is. The letters of a case are in order, all else is not.
     */
    public static List<LetterRecord> stream(long seed) {
        LetterGenerator generator = new LetterGenerator(seed);
        List<List<LetterRecord>> cases = new ArrayList<>();
        for (int i = 0; i < EDGES.size(); i++) {
            cases.add(List.of(
                    record(generator.letter(2L * i), i, Arrival.FIRST),
                    record(generator.letter(2L * i, 0, 7), i + 5, Arrival.REPEAT),
                    record(generator.letter(2L * i, 1, 0), i + 1, Arrival.AMENDED),
                    record(generator.letter(2L * i, 1, 3), i + 2, Arrival.REPEAT),
                    record(generator.letter(2L * i, 2, 0), i + 11, Arrival.AMENDED)));
            cases.add(List.of(record(generator.letter(2L * i + 1), i, Arrival.FIRST)));
        }
        return Shuffled.keepingCasesInOrder(cases, new Random(seed));
    }

    private static LetterRecord record(GeneratedLetter letter, int edge, Arrival arrival) {
        Instant time = EDGES.get(edge % EDGES.size());
        return new LetterRecord(letter.key(), time, letter.headers(), letter.text(), arrival, letter.truth());
    }
}
