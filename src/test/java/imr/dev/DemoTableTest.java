package imr.dev;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Dimension;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoTableTest {

    private static final Instant DAY = Instant.parse("2017-02-13T08:00:00Z");

    private final OutcomeTotals totals = new OutcomeTotals();

    private void count(Dimension dimension, String value, long upheld, long overturned) {
        totals.accept(OutcomeTotalsTest.day(dimension, value, DAY), OutcomeTotalsTest.metrics(1, upheld, overturned));
    }

    @Test
    void showsRatesWithTheirIntervals() {
        count(Dimension.ALL, "ALL", 60, 20);
        count(Dimension.SERVICE_CATEGORY, "PHARMACEUTICALS", 20, 3);
        count(Dimension.SERVICE_CATEGORY, "SURGERY", 9, 6);

        String table = String.join("\n", DemoTable.lines(totals, 8));

        assertThat(table).isEqualTo("""
                                                          items  upheld  overturned    rate  95 % interval
                ------------------------------------------------------------------------------------------
                ALL                                          80      60          20  25.0 %  16.8 - 35.5 %
                SERVICE_CATEGORY
                  PHARMACEUTICALS                            23      20           3  13.0 %   4.5 - 32.1 %
                  SURGERY                                    15       9           6  40.0 %  19.8 - 64.3 %""");
    }

    @Test
    void saysHowManyValuesItLeavesOut() {
        count(Dimension.DRUG_CLASS, "OPIOIDS", 3, 0);
        count(Dimension.DRUG_CLASS, "NSAIDS", 2, 0);
        count(Dimension.DRUG_CLASS, "STATINS", 1, 0);

        assertThat(DemoTable.lines(totals, 2))
                .contains("DRUG_CLASS (1 more)")
                .noneMatch(line -> line.contains("STATINS"));
    }

    @Test
    void staysWithinItsWidth() {
        count(Dimension.ALL, "ALL", 1_000_000, 1_000_000);
        count(Dimension.TREATMENT, "a treatment whose name goes on and on, beyond what the column can hold", 0, 1);

        assertThat(DemoTable.lines(totals, 8)).allMatch(line -> line.length() <= DemoTable.WIDTH);
    }

    @Test
    void isReadableBeforeAnythingWasCounted() {
        assertThat(DemoTable.lines(totals, 8))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("ALL")
                .endsWith("-");
    }
}
