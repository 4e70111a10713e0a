package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.avro.Treatment;
import imr.avro.TreatmentKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    @CsvSource(
            delimiter = '|',
            value = {
                "Ketoprofen 15%, Gabapentin 8%, Lidocaine 5% cream 180gm | gabapentin/ketoprofen/lidocaine",
                "Capsaicin 0.0375%/Menthol 10%/Camphor 2.5%/Tramadol 20% | camphor/capsaicin/menthol/tramadol",
                "Flurbiprofen 20%/Zorbivex 5%/Menthol 4% cream |",
                "Flurbiprofen/Cyclobenzaprine/Menthol cream 240gm |"
            })
    void aMixtureSaysItsIngredientsIfThereIsOneForEachConcentration(String request, @Nullable String generic) {
        Classification found = vocabulary.classify(request);

        assertThat(found.getTreatmentName()).isEqualTo("topical compound");
        assertThat(found.getDrugClass()).isEqualTo(DrugClass.TOPICAL_COMPOUNDS);
        assertThat(found.getGeneric()).isEqualTo(generic);
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
    void theOrderOfTheTreatmentsDoesNotMatter() {
        List<Treatment> shuffled = new ArrayList<>(BundledTreatments.load());
        shuffled.add(drug("A_NORCO", "norcodone", "Norco", "zorbivex"));
        shuffled.add(drug("Z_NORCO", "norcotane", "zorbivex"));
        TreatmentVocabulary first = TreatmentVocabulary.of(shuffled);
        List<String> requests = List.of("Norco 5mg", "Zorbivex 5 mg", "norcotane", "Norcodone", "MRI of the knee");

        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            TreatmentVocabulary other = TreatmentVocabulary.of(shuffled);
            assertThat(other.problems()).isEqualTo(first.problems());
            for (String request : requests) {
                assertThat(other.classify(request)).isEqualTo(first.classify(request));
            }
        }
    }

    @Test
    void aSpellingThatTwoClaimBelongsToTheNameElseToTheLesserId() {
        TreatmentVocabulary clashing = TreatmentVocabulary.of(List.of(
                drug("B", "beta", "Gamma", "delta"), drug("C", "gamma", "delta"), drug("A", "alpha", "delta", "...")));

        assertThat(clashing.classify("gamma").getTreatmentName()).isEqualTo("gamma");
        assertThat(clashing.classify("delta").getTreatmentName()).isEqualTo("alpha");
        assertThat(clashing.problems())
                .containsExactly(
                        "A: nothing to compare in \"...\"",
                        "B: \"Gamma\" belongs to C",
                        "B: \"delta\" belongs to A",
                        "C: \"delta\" belongs to A");
    }

    @Test
    void aClassThatDoesNotFitTheKindIsSetRightAndNoted() {
        TreatmentVocabulary odd = TreatmentVocabulary.of(List.of(
                Treatment.newBuilder(drug("PILL", "pill")).setDrugClass(null).build(),
                Treatment.newBuilder(drug("WRAP", "wrap"))
                        .setKind(TreatmentKind.TREATMENT)
                        .build()));

        assertThat(odd.classify("pill").getDrugClass()).isEqualTo(DrugClass.OTHER_DRUG);
        assertThat(odd.classify("wrap").getDrugClass()).isNull();
        assertThat(odd.problems()).hasSize(2).allMatch(problem -> problem.endsWith("don't agree"));
    }

    @Test
    void noTreatmentsAtAllClassifyByTheRulesAlone() {
        TreatmentVocabulary empty = TreatmentVocabulary.of(List.of());

        assertThat(empty.classify("Consultation with a surgeon").getTreatmentName())
                .isNull();
        assertThat(empty.classify("Zorbivex 20mg #60").getDrugClass()).isEqualTo(DrugClass.OTHER_DRUG);
    }

    private static Treatment drug(String id, String name, String... aliases) {
        return Treatment.newBuilder()
                .setId(id)
                .setName(name)
                .setKind(TreatmentKind.DRUG)
                .setDrugClass(DrugClass.OPIOIDS)
                .setServiceCategory(ServiceCategory.PHARMACEUTICALS)
                .setAliases(List.of(aliases))
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "epidural steroid ",
                "50% ",
                "3 ",
                "#3 ",
                "2d ",
                "lidocaine 5% ",
                "home 3 3 3 ",
                "associated surgical service ",
                "consultation ",
                "x",
                "zorbivex "
            })
    @Timeout(20)
    void timeGrowsWithLengthOnly(String words) {
        assertThat(vocabulary.classify(words.repeat(200_000))).isNotNull();
        assertThat(vocabulary.classify("lidocaine " + words.repeat(200_000))).isNotNull();
    }
}
