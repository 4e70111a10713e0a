package imr.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicensureStatesTest {
    private final List<ReferenceTable.Row> states =
            ReferenceTable.load("licensure-states.tsv").rows();

    @Test
    void fiftyStatesTheDistrictAndFiveTerritories() {
        assertThat(states).filteredOn(row -> row.get("kind").equals("state")).hasSize(50);
        assertThat(states).filteredOn(row -> row.get("kind").equals("district")).hasSize(1);
        assertThat(states)
                .filteredOn(row -> row.get("kind").equals("territory"))
                .hasSize(5);
        assertThat(states).hasSize(56);
    }

    @Test
    void everyPostalCodeIsTwoCapitalsAndItsOwn() {
        assertThat(states)
                .extracting(row -> row.get("postalCode"))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[A-Z]{2}"));
    }

    @Test
    void noSpellingIsClaimedTwice() {
        List<String> spellings = new ArrayList<>();
        for (ReferenceTable.Row row : states) {
            spellings.add(Spelling.letters(row.get("name")));
            row.list("aliases").stream().map(Spelling::letters).distinct().forEach(spellings::add);
        }

        assertThat(spellings).doesNotHaveDuplicates();
    }

    @Test
    void everyRowHasProvenanceAndAnExampleWithItsName() {
        assertThat(states).allSatisfy(row -> {
            assertThat(row.get("provenance")).isNotBlank();
            assertThat(row.get("example")).endsWith(row.get("name"));
        });
    }
}
