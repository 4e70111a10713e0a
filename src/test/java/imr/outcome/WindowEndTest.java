package imr.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.WindowStep;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowEndTest {

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, HOUR, 2017-02-14T17:00:00Z, 2017-02-14T18:00:00Z",
        "America/Los_Angeles, DAY,  2017-02-14T08:00:00Z, 2017-02-15T08:00:00Z",
        // 25 hours in autumn, and the hour from one to two twice
        "America/Los_Angeles, DAY,  2016-11-06T07:00:00Z, 2016-11-07T08:00:00Z",
        "America/Los_Angeles, HOUR, 2016-11-06T08:00:00Z, 2016-11-06T09:00:00Z",
        "America/Los_Angeles, HOUR, 2016-11-06T09:00:00Z, 2016-11-06T10:00:00Z",
        // 23 hours in spring
        "America/Los_Angeles, DAY,  2017-03-12T08:00:00Z, 2017-03-13T07:00:00Z",
        "America/Los_Angeles, HOUR, 2017-03-12T09:00:00Z, 2017-03-12T10:00:00Z",
        // A clock that goes back by half an hour shows the hour from one to two for ninety minutes.
        "Australia/Lord_Howe, HOUR, 2017-04-01T14:00:00Z, 2017-04-01T15:30:00Z",
    })
    void aWindowEndsWhereTheNextBegins(ZoneId zone, WindowStep step, Instant start, Instant end) {
        assertThat(new WindowEnd(zone).of(step, start)).isEqualTo(end);
    }
}
