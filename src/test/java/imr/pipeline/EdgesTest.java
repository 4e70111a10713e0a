package imr.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Dimension;
import imr.avro.OutcomeKey;
import imr.avro.WindowStep;
import imr.dev.letters.LetterRecord;
import imr.dev.letters.LetterRecord.Arrival;
import imr.names.Headers;
import imr.truth.Differences;
import imr.truth.EdgeLetters;
import imr.truth.TruthModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters at the edges of the calendar, held against the truth window by window. */
class EdgesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void lettersAtTheEdgesOfTheCalendarCountWhereTheyBelong(long seed) {
        TruthModel truth = new TruthModel(ZoneId.of("America/Los_Angeles"), Set.of());
        try (TopologyHarness harness = new TopologyHarness("record", Duration.ofDays(5475))) {
            for (LetterRecord letter : EdgeLetters.stream(seed)) {
                RecordHeaders headers = new RecordHeaders();
                letter.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
                harness.publish(letter.key(), letter.text(), headers, letter.timestamp());
                if (letter.arrival() != Arrival.REPEAT) {
                    truth.count(letter.truth(), letter.headers().get(Headers.CLAIMS_ADMINISTRATOR), letter.timestamp());
                }
            }

            assertThat(Differences.between(truth.outcomes(), harness.outcomes()))
                    .isEmpty();
            assertThat(harness.items().keySet()).isEqualTo(truth.items().keySet());
            assertThat(harness.deadLetters()).isEmpty();
            // Both half past ones of the day on which the clock goes back.
            assertThat(harness.outcomes())
                    .containsKey(hour("2016-11-06T08:00:00Z"))
                    .containsKey(hour("2016-11-06T09:00:00Z"));
        }
    }

    private static OutcomeKey hour(String start) {
        return new OutcomeKey(Dimension.ALL, "ALL", WindowStep.HOUR, Instant.parse(start));
    }
}
