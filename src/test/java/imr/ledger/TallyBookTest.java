package imr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Dimension;
import imr.avro.LedgerEntry;
import imr.avro.SeriesCount;
import imr.avro.SeriesKey;
import imr.avro.SeriesTally;
import imr.avro.Tally;
import imr.avro.WindowStep;
import imr.avro.WindowTally;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyBookTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final long MORNING = millis("2017-02-14T17:30:00Z");
    private static final long NOON = millis("2017-02-14T20:15:00Z");
    private static final long MIDNIGHT = millis("2017-02-14T08:00:00Z");

    private final TallyBook book = new TallyBook(new WindowCalendar(ZONE));

    @Test
    void sumsUpLettersByHourAndDay() {
        book.add(entry(MORNING, 2, 1));
        book.add(entry(NOON, 1, 0));

        assertThat(drained().get(all()).getWindows())
                .containsExactly(
                        window(WindowStep.HOUR, "2017-02-14T17:00:00Z", new Tally(1L, 2L, 1L, 1L)),
                        window(WindowStep.HOUR, "2017-02-14T20:00:00Z", new Tally(1L, 1L, 1L, 0L)),
                        new WindowTally(WindowStep.DAY, MIDNIGHT, new Tally(2L, 3L, 2L, 1L)));
    }

    @Test
    void takesALetterOutOfTheWindowsItWasCountedIn() {
        book.remove(entry(MORNING, 2, 1));

        assertThat(drained().get(all()).getWindows())
                .extracting(WindowTally::getTally)
                .containsOnly(new Tally(-1L, -2L, -1L, -1L));
    }

    @Test
    void keepsBackWhatComesToNothing() {
        book.add(entry(MORNING, 1, 0));
        book.add(entry(NOON, 1, 0));
        book.remove(entry(MORNING, 1, 0));

        assertThat(drained().get(all()).getWindows())
                .containsExactly(
                        window(WindowStep.HOUR, "2017-02-14T20:00:00Z", new Tally(1L, 1L, 1L, 0L)),
                        new WindowTally(WindowStep.DAY, MIDNIGHT, new Tally(1L, 1L, 1L, 0L)));

        book.remove(entry(NOON, 1, 0));
        book.add(entry(NOON, 1, 0));

        assertThat(drained()).isEmpty();
    }

    @Test
    void tellsOfTheLatestLetter() {
        List<Long> told = new ArrayList<>();
        book.add(entry(NOON, 1, 0));
        book.add(entry(MORNING, 1, 0));

        book.drain((series, tally, latest) -> told.add(latest));

        assertThat(told).containsExactly(NOON);
    }

    @Test
    void startsAnewOnceDrained() {
        book.add(entry(MORNING, 1, 0));
        drained();

        assertThat(drained()).isEmpty();
    }

    private Map<SeriesKey, SeriesTally> drained() {
        Map<SeriesKey, SeriesTally> sums = new LinkedHashMap<>();
        book.drain((series, tally, latest) -> sums.put(series, tally));
        return sums;
    }

    private static SeriesKey all() {
        return new SeriesKey(Dimension.ALL, "ALL");
    }

    private static LedgerEntry entry(long eventTime, int items, int overturned) {
        return new LedgerEntry(
                Determinations.fingerprint("a"),
                eventTime,
                List.of(),
                List.of(new SeriesCount(Dimension.ALL, "ALL", items, overturned)));
    }

    private static WindowTally window(WindowStep step, String start, Tally tally) {
        return new WindowTally(step, millis(start), tally);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
