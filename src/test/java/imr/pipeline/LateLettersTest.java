package imr.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.dev.letters.LetterRecord;
import imr.names.Headers;
import imr.truth.Differences;
import imr.truth.TruthModel;
import imr.truth.TwelveYears;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Twelve years of letters in any order, with a retention that has room for them and with one that hasn't. */
class LateLettersTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final TwelveYears letters = new TwelveYears(20, 150, ZONE);

    @Test
    void withTheDefaultRetentionNoLetterOfTwelveYearsIsLate() {
        try (TopologyHarness harness = new TopologyHarness(Map.of("imr.event-time", "decision-date"))) {
            letters.backwards().forEach(letter -> publish(harness, letter));

            assertThat(harness.deadLetters()).isEmpty();
            assertThat(Differences.between(letters.truth().outcomes(), harness.outcomes()))
                    .isEmpty();
        }
    }

    @Test
    void whatIsBeyondAShorterRetentionIsADeadLetterAndAllElseIsCounted() {
        Duration retention = Duration.ofDays(400);
        TruthModel truth = new TruthModel(ZONE, Set.of());
        List<ByteBuffer> late = new ArrayList<>();
        Instant newest = Instant.MIN;
        Map<String, LetterRecord> onRecord = new HashMap<>();
        try (TopologyHarness harness = new TopologyHarness("decision-date", retention)) {
            for (LetterRecord letter : letters.shuffled(3)) {
                publish(harness, letter);
                Instant time = letters.eventTime(letter);
                newest = time.isAfter(newest) ? time : newest;
                LetterRecord former = onRecord.get(letter.truth().letterId());
                if (former != null
                        && former.truth().equals(letter.truth())
                        && former.headers().equals(letter.headers())) {
                    continue;
                }
                Instant horizon = newest.minus(retention);
                if (time.isBefore(horizon)
                        || (former != null && letters.eventTime(former).isBefore(horizon))) {
                    late.add(ByteBuffer.wrap(letter.text()));
                } else {
                    onRecord.put(letter.truth().letterId(), letter);
                    truth.count(letter.truth(), letter.headers().get(Headers.CLAIMS_ADMINISTRATOR), time);
                }
            }

            assertThat(late).hasSizeGreaterThan(50);
            assertThat(harness.deadLetters().stream().map(dead -> ByteBuffer.wrap(dead.value())))
                    .containsExactlyElementsOf(late);
            assertThat(harness.events.deadLettered).hasSameSizeAs(late).containsOnly("ledger:LATE");
            assertThat(Differences.between(truth.outcomes(), harness.outcomes()))
                    .isEmpty();
        }
    }

    private static void publish(TopologyHarness harness, LetterRecord letter) {
        RecordHeaders headers = new RecordHeaders();
        letter.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        harness.publish(letter.key(), letter.text(), headers, letter.timestamp());
    }
}
