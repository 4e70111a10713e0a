package imr.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2017-02-14T17:30:00Z, 2017-02-14T17:00:00Z, 2017-02-14T08:00:00Z",
        // The clock goes back at 09:00Z: the hour from one to two is there twice.
        "America/Los_Angeles, 2016-11-06T08:30:00Z, 2016-11-06T08:00:00Z, 2016-11-06T07:00:00Z",
        "America/Los_Angeles, 2016-11-06T09:30:00Z, 2016-11-06T09:00:00Z, 2016-11-06T07:00:00Z",
        "America/Los_Angeles, 2016-11-07T07:59:59Z, 2016-11-07T07:00:00Z, 2016-11-06T07:00:00Z",
        // The clock goes forward at 10:00Z.
        "America/Los_Angeles, 2017-03-12T10:30:00Z, 2017-03-12T10:00:00Z, 2017-03-12T08:00:00Z",
        "America/Los_Angeles, 2016-02-29T23:00:00Z, 2016-02-29T23:00:00Z, 2016-02-29T08:00:00Z",
        "America/Los_Angeles, 2017-01-01T07:59:59.999Z, 2017-01-01T07:00:00Z, 2016-12-31T08:00:00Z",
        // A zone half an hour off the others.
        "Asia/Kolkata, 2017-02-14T17:45:00Z, 2017-02-14T17:30:00Z, 2017-02-13T18:30:00Z",
    })
    void windowsStartOnTheFullHoursAndMidnightsOfTheZone(ZoneId zone, Instant time, Instant hour, Instant day) {
        WindowCalendar calendar = new WindowCalendar(zone);

        assertThat(Instant.ofEpochMilli(calendar.hourStart(time.toEpochMilli())))
                .isEqualTo(hour);
        assertThat(Instant.ofEpochMilli(calendar.dayStart(time.toEpochMilli()))).isEqualTo(day);
    }
}
