package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.avro.Treatment;
import imr.avro.TreatmentKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledTreatmentsTest {
    private final List<Treatment> treatments = BundledTreatments.load();

    @Test
    void theTableIsReadWithNothingThatDoesNotFit() {
        assertThat(treatments).hasSizeGreaterThan(600);
        assertThat(TreatmentVocabulary.of(treatments).problems()).isEmpty();
    }

    @Test
    void idsAreUniqueAndOfPlainCharacters() {
        assertThat(treatments)
                .extracting(Treatment::getId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Z0-9]+(_[A-Z0-9]+)*"));
    }

    @Test
    void aDrugHasItsGenericNameAndClass() {
        Treatment percocet = treatments.stream()
                .filter(treatment -> treatment.getAliases().contains("percocet"))
                .findFirst()
                .orElseThrow();

        assertThat(percocet.getId()).isEqualTo("OXYCODONE_ACETAMINOPHEN");
        assertThat(percocet.getKind()).isEqualTo(TreatmentKind.DRUG);
        assertThat(percocet.getGeneric()).isEqualTo("oxycodone/acetaminophen");
        assertThat(percocet.getDrugClass()).isEqualTo(DrugClass.OPIOIDS);
        assertThat(percocet.getServiceCategory()).isEqualTo(ServiceCategory.PHARMACEUTICALS);
        assertThat(percocet.getProvenance()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "oxycodone/acetaminophen,OXYCODONE_ACETAMINOPHEN",
        "doxepin (low dose),DOXEPIN_LOW_DOSE",
        "H. pylori test,H_PYLORI_TEST",
        "(x),X"
    })
    void anIdIsMadeOfTheNameAlone(String name, String id) {
        assertThat(BundledTreatments.idOf(name)).isEqualTo(id);
    }
}
