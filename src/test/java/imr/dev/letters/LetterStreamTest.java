package imr.dev.letters;

import static org.assertj.core.api.Assertions.assertThat;

import imr.dev.letters.LetterRecord.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterStreamTest {

    private static final LetterStream.Plan PLAN = LetterStream.Plan.ofRecords(11, 4000);

    private static List<LetterRecord> records(LetterStream.Plan plan) {
        List<LetterRecord> records = new ArrayList<>();
        new LetterStream(plan).forEachRemaining(records::add);
        return records;
    }

    @Test
    void holdsAsManyRecordsAsPlannedInThePlannedShares() {
        List<LetterRecord> records = records(PLAN);

        assertThat(records).hasSize(PLAN.records());
        assertThat(share(records, Arrival.REPEAT)).isBetween(0.06, 0.10);
        assertThat(share(records, Arrival.AMENDED)).isBetween(0.06, 0.10);
        assertThat(share(records, Arrival.REJECTED)).isBetween(0.015, 0.045);
    }

    private static double share(List<LetterRecord> records, Arrival arrival) {
        return records.stream().filter(record -> record.arrival() == arrival).count() / (double) records.size();
    }

    @Test
    void theSamePlanGivesTheSameRecords() {
        List<LetterRecord> first = records(PLAN);
        List<LetterRecord> second = records(PLAN);

        assertThat(second).hasSameSizeAs(first);
        for (int i = 0; i < first.size(); i++) {
            LetterRecord one = first.get(i);
            LetterRecord other = second.get(i);
            assertThat(other.text()).isEqualTo(one.text());
            assertThat(List.of(other.key(), other.timestamp(), other.headers(), other.arrival()))
                    .isEqualTo(List.of(one.key(), one.timestamp(), one.headers(), one.arrival()));
            assertThat(other.truth()).isEqualTo(one.truth());
        }
    }

    @Test
    void repeatsSayTheSameAsTheLatestOfTheirCaseAndAmendmentsSomethingElse() {
        Map<String, LetterRecord> latest = new HashMap<>();
        for (LetterRecord record : records(PLAN)) {
            LetterTruth truth = record.truth();
            if (truth == null) {
                assertThat(record.arrival()).isEqualTo(Arrival.REJECTED);
                continue;
            }
            LetterRecord former = latest.put(truth.letterId(), record);
            if (record.arrival() == Arrival.FIRST) {
                assertThat(former).isNull();
            } else {
                assertThat(former).isNotNull();
                assertThat(record.key()).isEqualTo(former.key());
                boolean same = truth.equals(former.truth()) && record.headers().equals(former.headers());
                assertThat(same).isEqualTo(record.arrival() == Arrival.REPEAT);
            }
        }
    }

    @Test
    void rejectedLettersHoldNoDecision() {
        assertThat(records(PLAN))
                .filteredOn(record -> record.arrival() == Arrival.REJECTED)
                .isNotEmpty()
                .allSatisfy(record -> assertThat(new String(record.text(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Upheld", "Overturned"));
    }

    @Test
    void recordsAreBehindByNoMoreThanTheDisorder() {
        List<LetterRecord> records = records(PLAN);
        Duration step = PLAN.span().dividedBy(PLAN.records() - 1L);

        boolean behind = false;
        for (int i = 0; i < records.size(); i++) {
            var onTime = PLAN.start().plus(step.multipliedBy(i));
            var timestamp = records.get(i).timestamp();
            assertThat(Duration.between(timestamp, onTime))
                    .isLessThanOrEqualTo(PLAN.disorder().plusSeconds(5));
            behind |= Duration.between(timestamp, onTime).compareTo(Duration.ofHours(1)) > 0;
        }
        assertThat(behind).isTrue();
    }
}
