package imr.ledger;

import static imr.avro.Decision.OVERTURNED;
import static imr.avro.Decision.UPHELD;
import static imr.ledger.Determinations.citation;
import static imr.ledger.Determinations.item;
import static imr.ledger.Determinations.letter;
import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.CitationSource;
import imr.avro.Classification;
import imr.avro.Dimension;
import imr.avro.DisputedItem;
import imr.avro.SeriesCount;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static List<SeriesCount> count(Dimension dimension, DisputedItem... items) {
        return new Series(EnumSet.of(dimension), Set.of("Golden Bear Mutual")).counts(Determinations.of(items));
    }

    private static List<String> values(Dimension dimension, DisputedItem... items) {
        return count(dimension, items).stream().map(SeriesCount::getValue).toList();
    }

    @Test
    void addsUpTheItemsOfALetterThatShareAValue() {
        List<SeriesCount> counts = count(
                Dimension.DRUG_CLASS,
                item("a", 1, UPHELD).build(),
                item("a", 2, OVERTURNED).build());

        assertThat(counts).containsExactly(new SeriesCount(Dimension.DRUG_CLASS, "OPIOIDS", 2, 1));
    }

    @Test
    void whatIsNoDrugHasNoDrugClassAndAnUnknownTreatmentIsOther() {
        DisputedItem unknown = item("a", 1, UPHELD)
                .setClassification(Classification.newBuilder().build())
                .build();

        assertThat(count(Dimension.DRUG_CLASS, unknown)).isEmpty();
        assertThat(values(Dimension.TREATMENT, unknown)).containsExactly("OTHER");
        assertThat(values(Dimension.SERVICE_CATEGORY, unknown)).containsExactly("OTHER");
    }

    @Test
    void anItemCountsOnceUnderEachGuidelineTheReviewerCites() {
        DisputedItem item = item("a", 1, UPHELD)
                .setReviewerCitations(List.of(
                        citation(CitationSource.MTUS, "MTUS_LOW_BACK_2004", "Summary", "Special Studies"),
                        citation(CitationSource.MTUS, "MTUS_LOW_BACK_2004", "Summary"),
                        citation(CitationSource.NON_MTUS, null)))
                .build();

        assertThat(values(Dimension.GUIDELINE, item)).containsExactly("MTUS_LOW_BACK_2004", "OTHER");
        assertThat(values(Dimension.GUIDELINE_SECTION, item))
                .containsExactly("MTUS_LOW_BACK_2004: Summary", "MTUS_LOW_BACK_2004: Special Studies");
    }

    @Test
    void aStatementOutsideOfTheScheduleAddsNoGuidelineBesideTheNamedOne() {
        DisputedItem item = item("a", 1, UPHELD)
                .setReviewerCitations(
                        List.of(citation(CitationSource.OUTSIDE_MTUS, null), citation(CitationSource.NON_MTUS, "ODG")))
                .build();

        assertThat(values(Dimension.GUIDELINE, item)).containsExactly("ODG");
    }

    @Test
    void theBasisIsWhatTheAdministratorCited() {
        DisputedItem none = item("a", 1, UPHELD).build();
        DisputedItem both = item("a", 1, UPHELD)
                .setClaimsAdministratorCitations(List.of(
                        citation(CitationSource.MTUS, null),
                        citation(CitationSource.OUTSIDE_MTUS, null),
                        citation(CitationSource.NON_MTUS, null)))
                .build();

        assertThat(values(Dimension.CITATION_BASIS, none)).containsExactly("NONE");
        assertThat(values(Dimension.CITATION_BASIS, both)).containsExactly("MTUS", "NON_MTUS");
    }

    @Test
    void specialtiesOutsideOfTheVocabularyAreOther() {
        DisputedItem item = item("a", 1, UPHELD)
                .setLetter(letter().setSpecialties(List.of("Pain Management", "Underwater Basketry"))
                        .build())
                .build();

        assertThat(values(Dimension.REVIEWER_SPECIALTY, item)).containsExactly("Pain Management", "OTHER");
    }

    @Test
    void claimsAdministratorsAreTheKnownOnesOrOtherAndAbsentWithoutHeader() {
        assertThat(values(Dimension.CLAIMS_ADMINISTRATOR, item("a", 1, UPHELD).build()))
                .isEmpty();
        assertThat(values(Dimension.CLAIMS_ADMINISTRATOR, from("Golden Bear Mutual")))
                .containsExactly("Golden Bear Mutual");
        assertThat(values(Dimension.CLAIMS_ADMINISTRATOR, from("Somebody Else")))
                .containsExactly("OTHER");
    }

    private static DisputedItem from(String claimsAdministrator) {
        return item("a", 1, UPHELD)
                .setLetter(letter().setClaimsAdministrator(claimsAdministrator).build())
                .build();
    }
}
