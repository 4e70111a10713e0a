package imr.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Dimension;
import imr.config.Settings.Counting;
import imr.config.Settings.EventTime;
import imr.names.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventTimesTest {

    private static final Instant PUBLISHED = Instant.parse("2017-03-01T12:00:00Z");
    private static final SmallLetter DECIDED_ON_THE_14TH =
            SmallLetter.ofCase("CM17-0000001").decided("02/14/2017").upheld("Norco 10/325mg #60");

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void takesTheRecordsOwnTimeByDefault() {
        assertThat(eventTime(EventTime.RECORD, DECIDED_ON_THE_14TH, PUBLISHED)).isEqualTo(PUBLISHED);
    }

    @Test
    void takesTheStartOfTheDecisionDayInTheZone() {
        assertThat(eventTime(EventTime.DECISION_DATE, DECIDED_ON_THE_14TH, PUBLISHED))
                .isEqualTo(Instant.parse("2017-02-14T08:00:00Z"));
    }

    @Test
    void theHeaderGoesBeforeTheLetter() {
        header("2017-02-20");

        assertThat(eventTime(EventTime.DECISION_DATE, DECIDED_ON_THE_14TH, PUBLISHED))
                .isEqualTo(Instant.parse("2017-02-20T08:00:00Z"));
    }

    @Test
    void aHeaderThatIsNoDateLeavesTheLettersOwn() {
        header("soon");

        assertThat(eventTime(EventTime.DECISION_DATE, DECIDED_ON_THE_14TH, PUBLISHED))
                .isEqualTo(Instant.parse("2017-02-14T08:00:00Z"));
    }

    @Test
    void aLetterWithoutDecisionDateCountsAtItsRecordsTime() {
        SmallLetter undated = SmallLetter.withoutHeader().upheld("Norco 10/325mg #60");

        assertThat(eventTime(EventTime.DECISION_DATE, undated, PUBLISHED)).isEqualTo(PUBLISHED);
    }

    @Test
    void aDateThatCannotBeRightCountsAtTheRecordsTime() {
        SmallLetter ahead =
                SmallLetter.ofCase("CM17-0000001").decided("02/14/2071").upheld("Norco 10/325mg #60");
        SmallLetter tooOld =
                SmallLetter.ofCase("CM17-0000001").decided("02/14/1917").upheld("Norco 10/325mg #60");

        assertThat(eventTime(EventTime.DECISION_DATE, ahead, PUBLISHED)).isEqualTo(PUBLISHED);
        assertThat(eventTime(EventTime.DECISION_DATE, tooOld, PUBLISHED)).isEqualTo(PUBLISHED);
    }

    @Test
    void aRecordWithoutTimeTakesThatOfItsPartition() {
        assertThat(extract(EventTime.RECORD, DECIDED_ON_THE_14TH, -1, 42)).isEqualTo(42);
        assertThat(extract(EventTime.RECORD, DECIDED_ON_THE_14TH, -1, -1)).isZero();
    }

    private void header(String date) {
        headers.add(Headers.DECISION_DATE, date.getBytes(StandardCharsets.UTF_8));
    }

    private Instant eventTime(EventTime source, SmallLetter letter, Instant recordTime) {
        return Instant.ofEpochMilli(extract(source, letter, recordTime.toEpochMilli(), -1));
    }

    private long extract(EventTime source, SmallLetter letter, long recordTime, long partitionTime) {
        Counting counting = new Counting(
                ZoneId.of("America/Los_Angeles"), source, EnumSet.of(Dimension.ALL), Set.of(), Duration.ofDays(400));
        byte[] text = letter.bytes();
        return new EventTimes(counting)
                .extract(
                        new ConsumerRecord<>(
                                "letters",
                                0,
                                0,
                                recordTime,
                                TimestampType.CREATE_TIME,
                                0,
                                text.length,
                                null,
                                text,
                                headers,
                                Optional.empty()),
                        partitionTime);
    }
}
