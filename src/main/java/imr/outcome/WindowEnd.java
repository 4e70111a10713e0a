package imr.outcome;

import imr.avro.WindowStep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Where windows of a time zone's calendar end. */
final class WindowEnd {

    /** The finest step by which a zone's clock is known to be set forward or back. */
    private static final Duration CLOCK_STEP = Duration.ofMinutes(30);

    private final ZoneId zone;

    WindowEnd(ZoneId zone) {
        this.zone = zone;
    }

    /** End of the window that starts at an instant, excluded: the start of the next one. */
    Instant of(WindowStep step, Instant start) {
        return switch (step) {
            case HOUR -> nextHour(start);
            case DAY ->
                start.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            case UNKNOWN -> throw new IllegalArgumentException("A window of unknown length has no end");
        };
    }

    /** Goes on until the clock shows another hour, since a clock set back by half an hour shows one for longer. */
    private Instant nextHour(Instant start) {
        Instant next = start.plus(Duration.ofHours(1));
        while (!hourStart(next).isAfter(start)) {
            next = next.plus(CLOCK_STEP);
        }
        return hourStart(next);
    }

    private Instant hourStart(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        return local.truncatedTo(ChronoUnit.HOURS).toInstant();
    }
}
