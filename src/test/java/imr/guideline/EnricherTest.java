package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.CitedBody;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.ServiceCategory;
import org.junit.jupiter.api.Test;

class EnricherTest {
    private final Enricher enricher = Enricher.bundled();

    @Test
    void addsResolutionsAndClassificationsAndKeepsEverythingElse() {
        Determination letter = LetterFixture.letter(
                "Aquatic therapy 2x4",
                CitationFixture.of(CitationSource.NONE).build(),
                CitationFixture.mtus("Knee Complaints").edition(2004).build());

        Determination enriched = enricher.enrich(letter);

        DisputedItem before = letter.getItems().get(0);
        DisputedItem item = enriched.getItems().get(0);
        assertThat(item.getClassification().getTreatmentName()).isEqualTo("aquatic therapy");
        assertThat(item.getClassification().getServiceCategory()).isEqualTo(ServiceCategory.REHABILITATION);
        assertThat(item.getClaimsAdministratorCitations())
                .extracting(Citation::getResolution)
                .containsOnlyNulls();
        assertThat(item.getReviewerCitations().get(0).getResolution().getGuidelineId())
                .isEqualTo("MTUS_KNEE_2004");
        assertThat(item.getRationale()).isEqualTo(before.getRationale());
        assertThat(item.getSpan()).isEqualTo(before.getSpan());
        assertThat(item.getSpans()).isNotNull().isEqualTo(before.getSpans());
        assertThat(item.getDetails()).isNotNull().isEqualTo(before.getDetails());
        assertThat(item.getReferenceVersion()).isEqualTo(enricher.referenceVersion());
        assertThat(enriched.getFingerprint()).isEqualTo(letter.getFingerprint());
    }

    @Test
    void enrichingTwiceChangesNothing() {
        Determination once = enricher.enrich(LetterFixture.letter(
                "Zolpidem 5mg #15", CitationFixture.nonMtus("ODG, Pain chapter").build()));

        assertThat(enricher.enrich(once)).isEqualTo(once);
        assertThat(once.getItems().get(0).getClaimsAdministratorCitations())
                .extracting(Citation::getBody)
                .containsExactly(CitedBody.ODG);
    }
}
