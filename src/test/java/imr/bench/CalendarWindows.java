package imr.bench;

import imr.avro.WindowStep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.kstream.Windows;
import org.apache.kafka.streams.kstream.internals.TimeWindow;

/** Hours or days of a time zone's calendar, for the DSL. */
final class CalendarWindows extends Windows<TimeWindow> {

    /** Of the day on which clocks are set back. */
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final WindowStep step;
    private final ZoneId zone;
    private final Duration grace;

    CalendarWindows(WindowStep step, ZoneId zone, Duration grace) {
        this.step = step;
        this.zone = zone;
        this.grace = grace;
    }

    @Override
    public Map<Long, TimeWindow> windowsFor(long timestamp) {
        ZonedDateTime time = Instant.ofEpochMilli(timestamp).atZone(zone);
        Instant start;
        Instant end;
        if (step == WindowStep.HOUR) {
            start = time.truncatedTo(ChronoUnit.HOURS).toInstant();
            end = start.plus(1, ChronoUnit.HOURS);
        } else {
            start = time.toLocalDate().atStartOfDay(zone).toInstant();
            end = time.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        }
        return Map.of(start.toEpochMilli(), new TimeWindow(start.toEpochMilli(), end.toEpochMilli()));
    }

    @Override
    public long size() {
        return (step == WindowStep.HOUR ? Duration.ofHours(1) : LONGEST_DAY).toMillis();
    }

    @Override
    public long gracePeriodMs() {
        return grace.toMillis();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CalendarWindows windows
                && step == windows.step
                && zone.equals(windows.zone)
                && grace.equals(windows.grace);
    }

    @Override
    public int hashCode() {
        return Objects.hash(step, zone, grace);
    }
}
