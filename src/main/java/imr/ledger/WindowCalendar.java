package imr.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Where windows start: on the full hours and at the midnights of a time zone. */
final class WindowCalendar {

    private final ZoneId zone;

    WindowCalendar(ZoneId zone) {
        this.zone = zone;
    }

    /** Start of the hour that holds an event time; both in milliseconds since 1970 UTC. */
    long hourStart(long eventTime) {
        return local(eventTime).truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli();
    }

    /** Start of the day that holds an event time; both in milliseconds since 1970 UTC. */
    long dayStart(long eventTime) {
        return local(eventTime).toLocalDate().atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private ZonedDateTime local(long eventTime) {
        return Instant.ofEpochMilli(eventTime).atZone(zone);
    }
}
