package imr.ledger;

import imr.avro.LedgerEntry;
import imr.avro.SeriesCount;
import imr.avro.SeriesKey;
import imr.avro.SeriesTally;
import imr.avro.Tally;
import imr.avro.WindowStep;
import imr.avro.WindowTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what letters add to windows and take out of them, until the sums are drained.
 *
 * <p>What comes to nothing, such as an amendment that counts the same, isn't handed out: it would change nothing.
 */
final class TallyBook {

    private final WindowCalendar calendar;
    private final Map<SeriesId, SeriesSums> sums = new LinkedHashMap<>();

    TallyBook(WindowCalendar calendar) {
        this.calendar = calendar;
    }

    /** Adds what a letter counts to the windows of its event time. */
    void add(LedgerEntry entry) {
        apply(entry, 1);
    }

    /** Takes what a letter counted out of the windows of its event time. */
    void remove(LedgerEntry entry) {
        apply(entry, -1);
    }

    private void apply(LedgerEntry entry, int sign) {
        long eventTime = entry.getEventTime();
        long hour = calendar.hourStart(eventTime);
        long day = calendar.dayStart(eventTime);
        for (SeriesCount count : entry.getCounts()) {
            SeriesSums series =
                    sums.computeIfAbsent(new SeriesId(count.getDimension(), count.getValue()), id -> new SeriesSums());
            series.hours.at(hour).apply(count, sign, eventTime);
            series.days.at(day).apply(count, sign, eventTime);
        }
    }

    /** Forgets what has not been drained. */
    void clear() {
        sums.clear();
    }

    /** Hands out the sums, series by series in the order in which they were first touched, and starts anew. */
    void drain(Sink sink) {
        sums.forEach((series, windows) -> {
            List<WindowTally> tallies = new ArrayList<>();
            long latest = Math.max(
                    windows.hours.tally(WindowStep.HOUR, tallies), windows.days.tally(WindowStep.DAY, tallies));
            if (!tallies.isEmpty()) {
                sink.accept(new SeriesKey(series.dimension(), series.value()), new SeriesTally(tallies), latest);
            }
        });
        sums.clear();
    }

    /** Takes the sums of one series. */
    interface Sink {
        /**
         * Takes them.
         *
         * @param latest event time of the latest letter among those summed up, milliseconds since 1970 UTC
         */
        void accept(SeriesKey series, SeriesTally tally, long latest);
    }

    private static final class SeriesSums {
        private final Windows hours = new Windows();
        private final Windows days = new Windows();
    }

    /** Sums by start of the window. Letters mostly come in the order of time, so the window wanted is mostly the last one. */
    private static final class Windows {
        private final TreeMap<Long, Sum> sums = new TreeMap<>();
        private long lastStart;
        private @Nullable Sum last;

        Sum at(long start) {
            Sum sum = last;
            if (sum == null || start != lastStart) {
                sum = sums.computeIfAbsent(start, added -> new Sum());
                last = sum;
                lastStart = start;
            }
            return sum;
        }

        /** Adds what these come to, and gives the event time of the latest letter in it. */
        long tally(WindowStep step, List<WindowTally> tallies) {
            long latest = 0;
            for (Map.Entry<Long, Sum> window : sums.entrySet()) {
                Sum sum = window.getValue();
                if (!sum.isNothing()) {
                    latest = Math.max(latest, sum.latest);
                    tallies.add(new WindowTally(step, window.getKey(), sum.tally()));
                }
            }
            return latest;
        }
    }

    private static final class Sum {
        private long letters;
        private long items;
        private long overturned;
        private long latest;

        void apply(SeriesCount count, int sign, long eventTime) {
            letters += sign;
            items += (long) sign * count.getItems();
            overturned += (long) sign * count.getOverturned();
            latest = Math.max(latest, eventTime);
        }

        boolean isNothing() {
            return letters == 0 && items == 0 && overturned == 0;
        }

        Tally tally() {
            return new Tally(letters, items, items - overturned, overturned);
        }
    }
}
