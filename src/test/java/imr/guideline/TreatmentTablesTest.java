package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

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
    void everyRowHasProvenance() {
        assertThat(treatments)
                .allSatisfy(row -> assertThat(row.get("provenance")).isNotBlank());
        assertThat(ReferenceTable.load("treatment-words.tsv").rows())
                .allSatisfy(row -> assertThat(row.get("provenance")).isNotBlank());
    }
}
