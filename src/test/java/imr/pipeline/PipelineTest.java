package imr.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Decision;
import imr.avro.Dimension;
import imr.avro.DisputedItem;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.avro.ResolutionMethod;
import imr.avro.WindowStep;
import imr.guideline.Enricher;
import imr.names.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The topology as a whole, without a broker. */
class PipelineTest {

    private static final Instant TUESDAY_MORNING = Instant.parse("2017-02-14T17:30:00Z");
    private static final Instant TUESDAY = Instant.parse("2017-02-14T08:00:00Z");
    private static final Instant WEDNESDAY_MORNING = TUESDAY_MORNING.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = TUESDAY.plus(Duration.ofDays(1));

    private final TopologyHarness harness = new TopologyHarness("record", Duration.ofDays(400));

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void aLetterBecomesEnrichedItemsAndOutcomes() {
        harness.publish(
                "CM17-0000001",
                SmallLetter.ofCase("CM17-0000001").upheld("Norco 10/325mg #60").overturned("Gabapentin 300mg #90"),
                TUESDAY_MORNING);

        Map<String, DisputedItem> items = harness.items();
        assertThat(items).containsOnlyKeys("CM17-0000001#1", "CM17-0000001#2");
        DisputedItem second = items.get("CM17-0000001#2");
        assertThat(second.getTreatment()).isEqualTo("Gabapentin 300mg #90");
        assertThat(second.getDecision()).isEqualTo(Decision.OVERTURNED);
        assertThat(second.getClassification().getTreatmentName()).isEqualTo("gabapentin");
        assertThat(second.getReferenceVersion()).isEqualTo(Enricher.bundled().referenceVersion());
        assertThat(second.getReviewerCitations().get(0).getResolution().getMethod())
                .isEqualTo(ResolutionMethod.EXACT);

        OutcomeMetrics all = harness.outcomes().get(day(Dimension.ALL, "ALL", TUESDAY));
        assertThat(all.getLetters()).isEqualTo(1);
        assertThat(all.getItems()).isEqualTo(2);
        assertThat(all.getUpheld()).isEqualTo(1);
        assertThat(all.getOverturned()).isEqualTo(1);
        assertThat(all.getOverturnRate()).isEqualTo(0.5);
        assertThat(all.getWindowEnd()).isEqualTo(WEDNESDAY);
        assertThat(harness.outcomes())
                .containsKeys(
                        hour(Dimension.ALL, "ALL", "2017-02-14T17:00:00Z"),
                        day(Dimension.DRUG_CLASS, "OPIOIDS", TUESDAY),
                        day(Dimension.DRUG_CLASS, "ANTIEPILEPTICS", TUESDAY),
                        day(Dimension.SERVICE_CATEGORY, "PHARMACEUTICALS", TUESDAY),
                        day(Dimension.GUIDELINE, "MTUS_CHRONIC_PAIN_2016", TUESDAY),
                        day(Dimension.GUIDELINE_SECTION, "MTUS_CHRONIC_PAIN_2016: Topical analgesics", TUESDAY),
                        day(Dimension.CITATION_BASIS, "NONE", TUESDAY),
                        day(Dimension.REVIEWER_SPECIALTY, "Pain Management", TUESDAY));
        assertThat(harness.deadLetters()).isEmpty();
    }

    @Test
    void theSameLetterAgainChangesNothing() {
        SmallLetter letter = SmallLetter.ofCase("CM17-0000001").upheld("Norco 10/325mg #60");
        harness.publish("CM17-0000001", letter, TUESDAY_MORNING);
        Map<OutcomeKey, OutcomeMetrics> before = harness.outcomes();

        harness.publish("CM17-0000001", letter, WEDNESDAY_MORNING);

        assertThat(harness.updates()).isZero();
        assertThat(harness.outcomes()).isEqualTo(before);
        assertThat(harness.events.repeated).isEqualTo(1);
    }

    @Test
    void aChangedLetterReplacesItsItemsAndMovesItsCounts() {
        harness.publish(
                "CM17-0000001",
                SmallLetter.ofCase("CM17-0000001").upheld("Norco 10/325mg #60").upheld("Gabapentin 300mg #90"),
                TUESDAY_MORNING);

        harness.publish(
                "CM17-0000001", SmallLetter.ofCase("CM17-0000001").overturned("Norco 10/325mg #60"), WEDNESDAY_MORNING);

        assertThat(harness.items()).containsOnlyKeys("CM17-0000001#1");
        assertThat(harness.items().get("CM17-0000001#1").getDecision()).isEqualTo(Decision.OVERTURNED);
        assertThat(harness.outcomes()).doesNotContainKey(day(Dimension.ALL, "ALL", TUESDAY));
        OutcomeMetrics current = harness.outcomes().get(day(Dimension.ALL, "ALL", WEDNESDAY));
        assertThat(current.getLetters()).isEqualTo(1);
        assertThat(current.getOverturned()).isEqualTo(1);
        assertThat(harness.events.amended).isEqualTo(1);
    }

    @Test
    void anAmendmentThatCountsTheSameChangesItemsButNoOutcome() {
        harness.publish(
                "CM17-0000001", SmallLetter.ofCase("CM17-0000001").upheld("Norco 10/325mg #60"), TUESDAY_MORNING);
        Map<OutcomeKey, OutcomeMetrics> before = harness.outcomes();

        harness.publish(
                "CM17-0000001",
                SmallLetter.ofCase("CM17-0000001").upheld("Norco 10/325mg #90"),
                TUESDAY_MORNING.plusSeconds(60));

        assertThat(harness.updates()).isZero();
        assertThat(harness.outcomes()).isEqualTo(before);
        assertThat(harness.items().get("CM17-0000001#1").getTreatment()).isEqualTo("Norco 10/325mg #90");
        assertThat(harness.events.amended).isEqualTo(1);
    }

    @Test
    void anAmendmentUpdatesOnlyTheWindowsThatItChanges() {
        harness.publish(
                "CM17-0000001",
                SmallLetter.ofCase("CM17-0000001").upheld("Norco 10/325mg #60").upheld("Gabapentin 300mg #90"),
                TUESDAY_MORNING);
        harness.outcomes();

        harness.publish(
                "CM17-0000001",
                SmallLetter.ofCase("CM17-0000001").upheld("Norco 10/325mg #60").upheld("Lyrica 75mg #60"),
                TUESDAY_MORNING);

        // Of two treatments with the same classes one has given way to the other; by hour and by day.
        assertThat(harness.updates()).isEqualTo(4);
        assertThat(harness.outcomes())
                .containsKey(day(Dimension.TREATMENT, "pregabalin", TUESDAY))
                .doesNotContainKey(day(Dimension.TREATMENT, "gabapentin", TUESDAY));
    }

    @Test
    void aLetterWithoutCaseNumberGoesByItsKeyAndOneWithoutEitherByItsText() {
        SmallLetter letter = SmallLetter.withoutHeader().upheld("Norco 10/325mg #60");

        harness.publish("intake-7", letter, TUESDAY_MORNING);
        harness.publish(null, letter, TUESDAY_MORNING);
        harness.publish(null, letter, TUESDAY_MORNING);

        assertThat(harness.items()).hasSize(2).containsKey("intake-7#1");
        assertThat(harness.events.repeated).isEqualTo(1);
    }

    @Test
    void anUnreadableLetterIsDeadLetteredAsReceivedAndThePipelineGoesOn() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("intake-batch", "17".getBytes(StandardCharsets.UTF_8));
        harness.publish("scan-1", "quokka: nothing to see".getBytes(StandardCharsets.UTF_8), headers, TUESDAY_MORNING);
        harness.publish(
                "CM17-0000001", SmallLetter.ofCase("CM17-0000001").upheld("Norco 10/325mg #60"), TUESDAY_MORNING);

        assertThat(harness.deadLetters()).hasSize(1);
        TestRecord<byte[], byte[]> dead = harness.deadLetters().get(0);
        assertThat(dead.key()).asString().isEqualTo("scan-1");
        assertThat(dead.value()).asString().isEqualTo("quokka: nothing to see");
        assertThat(header(dead, Headers.ERROR_STAGE)).isEqualTo("letter");
        assertThat(header(dead, Headers.ERROR_CODE)).isEqualTo("NOT_A_DETERMINATION");
        assertThat(header(dead, "intake-batch")).isEqualTo("17");
        assertThat(header(dead, "__streams.errors.topic")).isEqualTo("imr.letters");
        for (Header header : dead.headers()) {
            assertThat(new String(header.value(), StandardCharsets.UTF_8)).doesNotContain("quokka");
        }
        assertThat(harness.items()).hasSize(1);
    }

    @Test
    void aLetterReadInPartCountsAndIsDeadLetteredAsReceived() {
        byte[] letter = new String(
                        SmallLetter.ofCase("CM17-0000001")
                                .upheld("Norco 10/325mg #60")
                                .overturned("Gabapentin 300mg #90")
                                .bytes(),
                        StandardCharsets.UTF_8)
                .replace(": Overturned", ": Modified")
                .getBytes(StandardCharsets.UTF_8);

        harness.publish("CM17-0000001", letter, new RecordHeaders(), TUESDAY_MORNING);

        assertThat(harness.items()).containsOnlyKeys("CM17-0000001#1");
        assertThat(harness.outcomes().get(day(Dimension.ALL, "ALL", TUESDAY)).getItems())
                .isEqualTo(1);
        assertThat(harness.deadLetters()).hasSize(1);
        TestRecord<byte[], byte[]> dead = harness.deadLetters().get(0);
        assertThat(dead.key()).asString().isEqualTo("CM17-0000001");
        assertThat(dead.value()).isEqualTo(letter);
        assertThat(header(dead, Headers.ERROR_CODE)).isEqualTo("PARTLY_READ");
    }

    @Test
    void aLetterWithoutValueIsDeadLettered() {
        harness.publish("CM17-0000001", (byte[]) null, new RecordHeaders(), TUESDAY_MORNING);

        assertThat(header(harness.deadLetters().get(0), Headers.ERROR_CODE)).isEqualTo("EMPTY");
    }

    @Test
    void lateLettersUpdateTheirWindowWithinTheRetentionAndAreDeadLetteredBeyond() {
        harness.publish("a", SmallLetter.ofCase("CM17-0000001").upheld("Norco 10/325mg #60"), TUESDAY_MORNING);
        Instant yearLater = TUESDAY_MORNING.plus(Duration.ofDays(390));
        harness.publish("b", SmallLetter.ofCase("CM17-0000002").upheld("Norco 10/325mg #60"), yearLater);

        harness.publish("c", SmallLetter.ofCase("CM17-0000003").overturned("Norco 10/325mg #60"), TUESDAY_MORNING);
        Instant tooLate = yearLater.minus(Duration.ofDays(401));
        harness.publish("d", SmallLetter.ofCase("CM17-0000004").upheld("Norco 10/325mg #60"), tooLate);

        assertThat(harness.outcomes().get(day(Dimension.ALL, "ALL", TUESDAY)).getLetters())
                .isEqualTo(2);
        assertThat(harness.deadLetters()).hasSize(1);
        assertThat(header(harness.deadLetters().get(0), Headers.ERROR_CODE)).isEqualTo("LATE");
        assertThat(header(harness.deadLetters().get(0), Headers.ERROR_STAGE)).isEqualTo("ledger");
        assertThat(harness.items()).doesNotContainKey("CM17-0000004#1");
    }

    private static OutcomeKey day(Dimension dimension, String value, Instant start) {
        return new OutcomeKey(dimension, value, WindowStep.DAY, start);
    }

    private static OutcomeKey hour(Dimension dimension, String value, String start) {
        return new OutcomeKey(dimension, value, WindowStep.HOUR, Instant.parse(start));
    }

    private static String header(TestRecord<byte[], byte[]> dead, String name) {
        Header header = dead.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
