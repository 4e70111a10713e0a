package imr.ledger;

import imr.avro.Determination;
import imr.avro.SeriesCount;
import imr.avro.Tally;
import imr.config.Settings.Counting;
import java.util.List;

/** What the benchmarks' own pipelines share with the ledger stage: what a letter counts under, and in which windows. */
public final class CountedSeries {

    private final Series series;
    private final WindowCalendar calendar;

    public CountedSeries(Counting counting) {
        this.series = new Series(counting.dimensions(), counting.claimsAdministrators());
        this.calendar = new WindowCalendar(counting.zone());
    }

    public List<SeriesCount> of(Determination determination) {
        return series.counts(determination);
    }

    public long hourStart(long eventTime) {
        return calendar.hourStart(eventTime);
    }

    public long dayStart(long eventTime) {
        return calendar.dayStart(eventTime);
    }

    /** What one letter adds to a window of a series. */
    public static Tally tally(SeriesCount count) {
        long items = count.getItems();
        long overturned = count.getOverturned();
        return new Tally(1L, items, items - overturned, overturned);
    }
}
