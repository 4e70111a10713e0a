package imr.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialtiesTest {

    @Test
    void knowsTheFiftySixNamesOfTheStatesSearch() {
        assertThat(Specialties.names()).hasSize(56).contains("Occupational Medicine", "Hospice & Palliative Medicine");
    }

    @ParameterizedTest
    @CsvSource({
        "Neurology,Neurology",
        "Sports Medicinea,Sports Medicine",
        "PHYSICAL MEDICINE & REHABILITATION,Physical Medicine & Rehabilitation",
        "Physical Medicine and Rehabilitation,Physical Medicine & Rehabilitation",
        "Orthopaedic Surgery,Orthopedic Surgery",
        "Orthopedic  Surgery,Orthopedic Surgery",
        "Ocupational Medicine,Occupational Medicine",
        "Family Medicine,Family Practice",
        "Pain Mangement,Pain Management"
    })
    void findsTheStatesNameForWhatIsPrinted(String printed, String name) {
        assertThat(Specialties.normalise(printed)).isEqualTo(name);
    }

    @Test
    void everySpellingStandsForItsOwnName() {
        for (ReferenceTable.Row row : ReferenceTable.load("specialties.tsv").rows()) {
            assertThat(Specialties.normalise(row.get("name"))).isEqualTo(row.get("name"));
            assertThat(row.list("aliases")).extracting(Specialties::normalise).allMatch(row.get("name")::equals);
        }
    }

    @Test
    void doesNotTakeOneSpecialtyForItsNeighbour() {
        assertThat(Specialties.normalise("Urology")).isEqualTo("Urology");
        assertThat(Specialties.normalise("Psychology")).isEqualTo("Psychology");
        assertThat(Specialties.normalise("Psychologist")).isEqualTo("Psychologist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Astrology", "Medicine", "Board Certified"})
    void whatIsNoneOfThemHasNoName(String printed) {
        assertThat(Specialties.normalise(printed)).isNull();
    }
}
