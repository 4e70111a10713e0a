package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Guideline;
import imr.avro.GuidelineSection;
import imr.avro.ServiceCategory;
import imr.reference.ReferenceTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables read by hand are whole, and speak of nothing that the reference doesn't have. */
class GoldClassesTest {
    private final List<GoldClasses.Item> items = GoldClasses.items();
    private final List<GoldClasses.Cited> citations = GoldClasses.citations();

    @Test
    void eachItemStandsThereOnceAndInOrder() {
        Map<String, Integer> last = new HashMap<>();
        for (GoldClasses.Item item : items) {
            assertThat(item.position()).as("%s", item).isEqualTo(last.getOrDefault(item.letter(), 0) + 1);
            last.put(item.letter(), item.position());
        }
        assertThat(items).hasSize(128);
        assertThat(last).hasSize(52);
    }

    @Test
    void drugsHaveAClassAndTheirIngredientsInOrderAndNothingElseHas() {
        for (GoldClasses.Item item : items) {
            assertThat(item.drugClass() != null).as("class of %s", item).isEqualTo(item.drug());
            assertThat(item.serviceCategory() == ServiceCategory.PHARMACEUTICALS)
                    .as("category of %s", item)
                    .isEqualTo(item.drug());
            assertThat(item.generic() != null).as("generic of %s", item).isEqualTo(item.drug());
            if (item.generic() != null) {
                assertThat(Arrays.asList(item.generic().split("/", -1)))
                        .as("%s", item)
                        .isSorted();
            }
        }
    }

    @Test
    void namesAreThoseOfTheTreatmentVocabulary() {
        Set<String> names = new HashSet<>();
        ReferenceTable.load("treatments.tsv").rows().forEach(row -> names.add(row.get("name")));

        assertThat(items).allSatisfy(item -> assertThat(names).contains(item.name()));
    }

    @Test
    void guidelinesAndSectionsAreThoseOfTheReference() {
        Map<String, List<String>> sections = new HashMap<>();
        for (Guideline guideline : BundledGuidelines.load()) {
            sections.put(
                    guideline.getId(),
                    guideline.getSections().stream()
                            .map(GuidelineSection::getName)
                            .toList());
        }

        assertThat(citations)
                .hasSize(176)
                .allSatisfy(cited ->
                        assertThat(sections.get(cited.guideline())).isNotNull().containsAll(cited.sections()));
    }
}
