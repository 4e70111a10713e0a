package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreatmentVocabularyTest {
    private final TreatmentVocabulary vocabulary = TreatmentVocabulary.bundled();

    @ParameterizedTest
    @CsvFileSource(resources = "/guideline/requests.tsv", delimiter = '\t', numLinesToSkip = 1)
    void requestsAreNamedAndClassed(
            String request, @Nullable String name, @Nullable DrugClass drugClass, ServiceCategory category) {
        Classification found = vocabulary.classify(request);

        assertThat(found.getTreatmentName()).isEqualTo(name);
        assertThat(found.getDrugClass()).isEqualTo(drugClass);
        assertThat(found.getServiceCategory()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "Cyclobenzapine 10mg #90,cyclobenzaprine",
        "Gabapentine 300 mg,gabapentin",
        "Tramodol 50mg #60,tramadol",
        "Cyclo- benzaprine 5mg,cyclobenzaprine",
        "Acupunctrue x 6,acupuncture"
    })
    void misspeltAndTornNamesAreMended(String request, String name) {
        assertThat(vocabulary.classify(request).getTreatmentName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Fluorodazepam 5mg #30,BENZODIAZEPINES,PHARMACEUTICALS",
        "Blubsartan 80mg daily,ANTIHYPERTENSIVES,PHARMACEUTICALS",
        "Zorbivex 20mg #60,OTHER_DRUG,PHARMACEUTICALS",
        "Zorbivex 3%/Flimm 2% 60gm,TOPICAL_COMPOUNDS,PHARMACEUTICALS",
        "Left tympanoplasty,,SURGERY"
    })
    void whatIsNotInTheVocabularyIsClassedByWhatTheRequestSaysOfIt(
            String request, @Nullable DrugClass drugClass, ServiceCategory category) {
        Classification found = vocabulary.classify(request);

        assertThat(found.getTreatmentName()).isNull();
        assertThat(found.getDrugClass()).isEqualTo(drugClass);
        assertThat(found.getServiceCategory()).isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "#", "%", "...", "Moonlight for the left elbow"})
    void whatSaysNothingKnownHasNoNameAndNoClass(String request) {
        Classification found = vocabulary.classify(request);

        assertThat(found.getTreatmentName()).isNull();
        assertThat(found.getDrugClass()).isNull();
    }

    @Test
    void timeGrowsWithLengthOnly() {
        String request = "epidural steroid ".repeat(20_000) + "50% ".repeat(20_000);

        assertThat(vocabulary.classify(request).getServiceCategory()).isEqualTo(ServiceCategory.INJECTION);
    }
}
