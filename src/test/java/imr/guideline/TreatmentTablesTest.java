package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.reference.ReferenceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TreatmentTablesTest {
    private final List<ReferenceTable.Row> treatments =
            ReferenceTable.load("treatments.tsv").rows();

    @Test
    void namesAreUnique() {
        assertThat(treatments).extracting(row -> row.get("name")).doesNotHaveDuplicates();
    }

    @Test
    void noSpellingIsClaimedTwice() {
        RequestWords cutter = RequestGrammar.bundled().cutter;
        Map<List<String>, String> claims = new HashMap<>();
        for (ReferenceTable.Row row : treatments) {
            Set<List<String>> spellings = new HashSet<>();
            for (String alias : row.list("aliases")) {
                assertThat(spellings.add(cutter.of(alias)))
                        .as("twice in line " + row.line() + ": " + alias)
                        .isTrue();
            }
            for (String pattern : row.list("patterns")) {
                for (String spelling : SpellingPattern.expand(pattern)) {
                    spellings.add(cutter.of(spelling));
                }
            }
            spellings.add(cutter.of(row.get("name")));
            for (List<String> spelling : spellings) {
                assertThat(claims.put(spelling, row.get("name")))
                        .as(spelling.toString())
                        .isNull();
            }
        }
    }

    @Test
    void drugsHaveAClassAndNothingElseHas() {
        for (ReferenceTable.Row row : treatments) {
            boolean drug = row.get("kind").equals("drug") || row.get("kind").equals("product");
            assertThat(row.optional("drugClass") != null).as(row.get("name")).isEqualTo(drug);
            assertThat(row.get("serviceCategory").equals("PHARMACEUTICALS")).isEqualTo(drug);
        }
    }

    @Test
    void everyClassAndCategoryIsTaken() {
        List<String> classes = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        for (ReferenceTable.Row row : treatments) {
            categories.add(row.get("serviceCategory"));
            classes.add(String.valueOf(row.optional("drugClass")));
        }

        assertThat(classes)
                .containsAll(Arrays.stream(DrugClass.values()).map(Enum::name).toList());
        assertThat(categories)
                .containsAll(
                        Arrays.stream(ServiceCategory.values()).map(Enum::name).toList());
    }

    @Test
    void everyRowHasProvenanceAndAnExample() {
        assertThat(treatments).allSatisfy(row -> {
            assertThat(row.get("provenance")).isNotBlank();
            assertThat(row.get("example")).isNotBlank();
        });
        assertThat(ReferenceTable.load("treatment-words.tsv").rows())
                .allSatisfy(row -> assertThat(row.get("provenance")).isNotBlank());
    }

    static List<ReferenceTable.Row> rows() {
        return ReferenceTable.load("treatments.tsv").rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyExampleIsFoundAsItsOwnRow(ReferenceTable.Row row) {
        String broader = row.optional("countedAs");
        String drugClass = row.optional("drugClass");

        for (String example : row.list("example")) {
            assertThat(TreatmentVocabulary.bundled().classify(example))
                    .as(example)
                    .isEqualTo(new Classification(
                            broader == null ? row.get("name") : broader,
                            drugClass == null ? null : DrugClass.valueOf(drugClass),
                            ServiceCategory.valueOf(row.get("serviceCategory")),
                            drugClass == null ? row.get("subcategory") : drugClass,
                            broader == null ? null : row.get("name"),
                            row.optional("generic"),
                            List.of()));
        }
    }

    @Test
    void aVariantIsOfTheKindAndPlaceOfWhatItIsCountedUnder() {
        Map<String, ReferenceTable.Row> byName = new HashMap<>();
        treatments.forEach(row -> byName.put(row.get("name"), row));

        assertThat(treatments)
                .filteredOn(row -> row.optional("countedAs") != null)
                .allSatisfy(row -> {
                    ReferenceTable.Row broader = byName.get(row.get("countedAs"));
                    assertThat(broader).as(row.get("countedAs")).isNotNull();
                    assertThat(broader.optional("countedAs")).isNull();
                    for (String column : List.of("kind", "drugClass", "serviceCategory", "subcategory")) {
                        assertThat(row.optional(column)).as(row.get("name")).isEqualTo(broader.optional(column));
                    }
                });
    }

    @Test
    void thereAreFourHundredDrugsAndTwoHundredAndFiftyOfAllElse() {
        Set<String> drugs = new HashSet<>();
        int others = 0;
        int counted = 0;
        for (ReferenceTable.Row row : treatments) {
            String generic = row.optional("generic");
            if (generic != null) {
                drugs.add(generic);
            }
            others += row.optional("drugClass") == null ? 1 : 0;
            counted += row.optional("drugClass") == null && row.optional("countedAs") == null ? 1 : 0;
        }

        assertThat(drugs).as("distinct ingredients or combinations").hasSizeGreaterThanOrEqualTo(400);
        assertThat(others).isGreaterThanOrEqualTo(250);
        assertThat(counted).as("without variants").isGreaterThanOrEqualTo(250);
    }
}
