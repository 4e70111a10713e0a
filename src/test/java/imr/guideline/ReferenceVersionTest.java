package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Guideline;
import imr.avro.Treatment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceVersionTest {
    private final List<Guideline> guidelines = BundledGuidelines.load();
    private final List<Treatment> treatments = BundledTreatments.load();
    private final String version = ReferenceVersion.of(guidelines, treatments);

    @Test
    void isTwelveHexadecimalDigits() {
        assertThat(version).matches("[0-9a-f]{12}");
    }

    @Test
    void isTheSameInAnyOrder() {
        List<Guideline> otherGuidelines = new ArrayList<>(guidelines);
        List<Treatment> otherTreatments = new ArrayList<>(treatments);
        Collections.shuffle(otherGuidelines, new Random(1));
        Collections.shuffle(otherTreatments, new Random(2));

        assertThat(ReferenceVersion.of(otherGuidelines, otherTreatments)).isEqualTo(version);
    }

    @Test
    void everyFieldOfEveryRecordCounts() {
        for (Treatment changed : List.of(
                Treatment.newBuilder(treatments.get(3)).setName("another").build(),
                Treatment.newBuilder(treatments.get(3)).setExample("another").build(),
                Treatment.newBuilder(treatments.get(3)).setAliases(List.of()).build())) {
            List<Treatment> others = new ArrayList<>(treatments);
            others.set(3, changed);
            assertThat(ReferenceVersion.of(guidelines, others)).isNotEqualTo(version);
        }
        assertThat(ReferenceVersion.of(guidelines.subList(1, guidelines.size()), treatments))
                .isNotEqualTo(version);
        assertThat(ReferenceVersion.of(List.of(), List.of())).isNotEqualTo(version);
    }
}
