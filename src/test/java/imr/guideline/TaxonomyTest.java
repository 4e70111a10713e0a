package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.reference.ReferenceTable;
import imr.reference.Spelling;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed lists of drug classes and subcategories against the state's own words, and against what treatments use. */
class TaxonomyTest {

    static List<ReferenceTable.Row> drugClasses() {
        return ReferenceTable.load("drug-classes.tsv").rows();
    }

    static List<ReferenceTable.Row> subcategories() {
        return ReferenceTable.load("service-subcategories.tsv").rows();
    }

    @Test
    void everyDrugClassHasOneRow() {
        assertThat(drugClasses())
                .extracting(row -> row.get("drugClass"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DrugClass.values()).map(Enum::name).toList());
    }

    @Test
    void noNameOfTheStateStandsForTwoClasses() {
        Map<String, String> claims = new HashMap<>();
        for (ReferenceTable.Row row : drugClasses()) {
            for (String name : row.list("stateNames")) {
                String former = claims.put(Spelling.letters(name), row.get("drugClass"));
                assertThat(former).as(name).isNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Benzodiazepine,Benzodiazepines",
        "Opoid Antagonist,Opioid Antagonist",
        "H2 Blocker,Histamine 2",
        "Asthma medication,Asthma Medications",
        "Calcium Cannel Blocker,Calcium Channel Blocker"
    })
    void whatTheStateNamesTwiceIsOneClass(String one, String other) {
        assertThat(drugClasses())
                .filteredOn(row -> row.list("stateNames").contains(one))
                .singleElement()
                .satisfies(row -> assertThat(row.list("stateNames")).contains(other));
    }

    @Test
    void noTwoClassesAreSpeltAlike() {
        List<String> names = drugClasses().stream()
                .map(row -> Spelling.letters(row.get("drugClass")))
                .toList();
        for (String name : names) {
            assertThat(names)
                    .filteredOn(other -> Spelling.within(name, other, 2))
                    .containsExactly(name);
        }
    }

    @ParameterizedTest
    @MethodSource("drugClasses")
    void theExampleOfAClassIsOfThatClass(ReferenceTable.Row row) {
        Classification found = TreatmentVocabulary.bundled().classify(row.get("example"));

        assertThat(row.get("provenance")).isNotBlank();
        assertThat(found.getDrugClass()).isEqualTo(DrugClass.valueOf(row.get("drugClass")));
        assertThat(found.getSubcategory()).isEqualTo(row.get("drugClass"));
    }

    @ParameterizedTest
    @MethodSource("subcategories")
    void theExampleOfASubcategoryBelongsThere(ReferenceTable.Row row) {
        Classification found = TreatmentVocabulary.bundled().classify(row.get("example"));

        assertThat(row.get("provenance")).isNotBlank();
        assertThat(found.getServiceCategory()).isEqualTo(ServiceCategory.valueOf(row.get("serviceCategory")));
        assertThat(found.getSubcategory()).isEqualTo(row.get("subcategory"));
    }

    @Test
    void noNameOfTheStateStandsForTwoSubcategoriesOfACategory() {
        Map<String, String> claims = new HashMap<>();
        for (ReferenceTable.Row row : subcategories()) {
            for (String name : row.list("stateNames")) {
                String claim = row.get("serviceCategory") + " " + Spelling.letters(name);
                assertThat(claims.put(claim, row.get("subcategory"))).as(claim).isNull();
            }
        }
    }

    @Test
    void everyCategoryButThatOfDrugsHasSubcategoriesAndEachIsListedOnce() {
        Set<String> categories = new HashSet<>();
        for (ServiceCategory category : ServiceCategory.values()) {
            categories.add(category.name());
        }
        categories.remove("PHARMACEUTICALS");

        assertThat(subcategories())
                .extracting(row -> row.get("serviceCategory"))
                .containsAll(categories);
        assertThat(subcategories())
                .extracting(row -> row.get("serviceCategory") + row.get("subcategory"))
                .doesNotHaveDuplicates();
    }
}
