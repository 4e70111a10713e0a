package imr.dev;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Dimension;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.avro.WindowStep;
import imr.dev.OutcomeTotals.Total;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutcomeTotalsTest {

    private static final Instant MONDAY = Instant.parse("2017-02-13T08:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    private final OutcomeTotals totals = new OutcomeTotals();

    static OutcomeKey day(Dimension dimension, String value, Instant start) {
        return new OutcomeKey(dimension, value, WindowStep.DAY, start);
    }

    static OutcomeMetrics metrics(long letters, long upheld, long overturned) {
        return new OutcomeMetrics(TUESDAY, letters, upheld + overturned, upheld, overturned, null, null, null);
    }

    @Test
    void daysAreSummed() {
        totals.accept(day(Dimension.ALL, "ALL", MONDAY), metrics(3, 4, 1));
        totals.accept(day(Dimension.ALL, "ALL", TUESDAY), metrics(2, 2, 2));

        assertThat(totals.all()).isEqualTo(new Total("ALL", 5, 9, 6, 3));
    }

    @Test
    void aLaterRecordReplacesTheFormerOne() {
        totals.accept(day(Dimension.ALL, "ALL", MONDAY), metrics(3, 4, 1));
        totals.accept(day(Dimension.ALL, "ALL", MONDAY), metrics(4, 6, 1));

        assertThat(totals.all()).isEqualTo(new Total("ALL", 4, 7, 6, 1));
    }

    @Test
    void hoursAreNotCountedBesidesTheirDays() {
        totals.accept(new OutcomeKey(Dimension.ALL, "ALL", WindowStep.HOUR, MONDAY), metrics(3, 4, 1));

        assertThat(totals.all().items()).isZero();
    }

    @Test
    void tombstonesTakeAWindowOut() {
        totals.accept(day(Dimension.ALL, "ALL", MONDAY), metrics(3, 4, 1));
        totals.accept(day(Dimension.ALL, "ALL", MONDAY), null);

        assertThat(totals.all().items()).isZero();
    }

    @Test
    void valuesWithMostItemsComeFirstAndThoseWithoutAnyNotAtAll() {
        totals.accept(day(Dimension.DRUG_CLASS, "NSAIDS", MONDAY), metrics(1, 1, 0));
        totals.accept(day(Dimension.DRUG_CLASS, "OPIOIDS", MONDAY), metrics(2, 3, 0));
        totals.accept(day(Dimension.DRUG_CLASS, "STATINS", MONDAY), metrics(0, 0, 0));
        totals.accept(day(Dimension.DRUG_CLASS, "ANTIEMETICS", MONDAY), metrics(1, 1, 0));

        assertThat(totals.by(Dimension.DRUG_CLASS))
                .extracting(Total::value)
                .containsExactly("OPIOIDS", "ANTIEMETICS", "NSAIDS");
    }

    @Test
    void isSettledWhenDimensionsWithOneValueAnItemHoldAllItems() {
        totals.accept(day(Dimension.ALL, "ALL", MONDAY), metrics(1, 2, 0));
        totals.accept(day(Dimension.SERVICE_CATEGORY, "SURGERY", MONDAY), metrics(1, 2, 0));
        totals.accept(day(Dimension.TREATMENT, "MRI", MONDAY), metrics(1, 1, 0));
        assertThat(totals.settled()).isFalse();

        totals.accept(day(Dimension.TREATMENT, "OTHER", MONDAY), metrics(1, 1, 0));

        assertThat(totals.settled()).isTrue();
    }
}
