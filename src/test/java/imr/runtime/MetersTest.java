package imr.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Decision;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import imr.avro.ServiceCategory;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class MetersTest {
    @Test
    void everyEventIsCounted() {
        var registry = new SimpleMeterRegistry();
        var meters = new Meters(registry);

        tellAll(meters);

        assertThat(registry.get("imr.letters.read")
                        .tag("format", "V3B")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("imr.items.read").tag("format", "V3B").counter().count())
                .isEqualTo(3);
        assertThat(registry.get("imr.items.decided")
                        .tag("decision", "UPHELD")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.getMeters()).hasSize(20).allSatisfy(meter -> {
            assertThat(meter.getId().getDescription()).isNotBlank();
            assertThat(meter.measure().iterator().next().getValue()).isPositive();
        });
    }

    @Test
    void prometheusShowsThemByItsOwnConventions() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

        tellAll(new Meters(registry));

        assertThat(registry.scrape())
                .contains("imr_letters_read_total{format=\"V3B\"} 1.0")
                .contains("imr_citations_total{method=\"UNRESOLVED\"} 1.0")
                .contains("imr_citations_warnings_total{code=\"PAGE_OUT_OF_RANGE\"} 1.0")
                .contains("imr_treatments_unresolved_total{category=\"OTHER\"} 1.0")
                .contains("imr_dead_letters_total{code=\"NO_ITEMS\",stage=\"letter\"} 1.0")
                .contains("# HELP imr_items_decided_total Items counted, by decision");
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getName()).startsWith("imr."));
    }

    private static void tellAll(Meters meters) {
        meters.letterRead(LetterFormat.V3B, 3);
        meters.letterWarning("ODD_DATE");
        meters.letterRepeated();
        meters.letterAmended();
        meters.letterKeyMismatch();
        meters.itemDecided(Decision.UPHELD);
        meters.itemDecided(Decision.OVERTURNED);
        for (ResolutionMethod method : ResolutionMethod.values()) {
            meters.citationLookedUp(method);
        }
        meters.citationWarning("PAGE_OUT_OF_RANGE");
        meters.treatmentUnresolved(ServiceCategory.OTHER);
        meters.referenceInUse(46, 644, 1);
        meters.deadLettered("letter", "NO_ITEMS");
        meters.threadReplaced();
    }
}
