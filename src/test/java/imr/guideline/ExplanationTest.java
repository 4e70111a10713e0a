package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.LetterFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private final TreatmentVocabulary vocabulary = TreatmentVocabulary.bundled();
    private final GuidelineCatalog catalog = new GuidelineCatalog(BundledGuidelines.load());

    @ParameterizedTest
    @CsvFileSource(resources = "/guideline/requests.tsv", delimiter = '\t', numLinesToSkip = 1)
    void whatIsExplainedIsWhatTheProcessorMakesOfIt(String request) {
        Explanation<?> explanation = vocabulary.explain(request);

        assertThat(explanation.result()).isEqualTo(vocabulary.classify(request));
        assertThat(explanation.steps()).extracting(Explanation.Step::what).contains("words", "rule");
    }

    @ParameterizedTest
    @CsvSource({
        "Percocet 10/325mg #100,the name that stands first decides",
        "Cyclobenzapine 10mg #90,one with a wrong letter or torn in two: cyclobenzaprine",
        "Ketoprofen cream 20% 60 gm,the form",
        "Associated surgical service: cold therapy unit,a label marks what goes with an operation",
        "Follow-up visit with spine surgeon,a VISIT leads on to whom or what it names",
        "Fluorodazepam 5mg #30,the end of \"fluorodazepam\" tells the class: BENZODIAZEPINES",
        "Zorbivex 3%/Flimm 2% 60gm,a concentration makes it a topical compound",
        "Zorbivex 20mg #60,a dose or a quantity makes it some drug",
        "Left tympanoplasty,tells the class: SURGERY",
        "Moonlight,nothing in it is known"
    })
    void theRuleThatDecidedIsNamed(String request, String rule) {
        assertThat(text(vocabulary.explain(request))).contains(rule);
    }

    @Test
    void aCitationsEditionIsExplainedByYearDayOrEra() {
        CitationFixture printed =
                CitationFixture.mtus("Chronic Pain Medical Treatment").edition(2016);
        CitationFixture unknown =
                CitationFixture.mtus("Chronic Pain Medical Treatment").edition(2011);
        CitationFixture none = CitationFixture.mtus("Chronic Pain Medical Treatment");

        assertThat(edition(printed, LetterFormat.V3B, null)).startsWith("2016: the year is printed");
        assertThat(edition(unknown, LetterFormat.UNKNOWN, LocalDate.of(2015, 1, 2)))
                .isEqualTo("2009: no edition of 2011 is known; the one in force: decided 2015-01-02");
        assertThat(edition(none, LetterFormat.V2, null))
                .isEqualTo(
                        "2009: no year is printed; the one in force: a letter of format V2 is read as of 2016-06-30");
        assertThat(edition(none, LetterFormat.UNKNOWN, null))
                .isEqualTo("2017: no year is printed; the one in force: no day of decision is known, so the newest");
        assertThat(edition(none, LetterFormat.UNKNOWN, LocalDate.of(1999, 1, 2)))
                .contains("none was in force yet");
    }

    @Test
    void sectionsAndPagesOfACitationAreExplainedOneByOne() {
        List<Explanation.Step> steps = catalog.explain(
                        CitationFixture.mtus("Chronic Pain Medical Treatment")
                                .edition(2009)
                                .section("Muscle relaxants")
                                .section("moonlight")
                                .page(13)
                                .page(128)
                                .build(),
                        LetterFormat.V3B,
                        null)
                .steps();

        assertThat(steps)
                .filteredOn(step -> step.what().equals("section") || step.what().equals("pages"))
                .extracting(Explanation.Step::how)
                .satisfiesExactly(
                        relaxants -> assertThat(relaxants).startsWith("\"Muscle relaxants\" stands for"),
                        moonlight -> assertThat(moonlight).contains("none of the guideline's"),
                        elsewhere -> assertThat(elsewhere).startsWith("page 13: of another section"),
                        behind -> assertThat(behind).isEqualTo("page 128: the guideline has 127"));
    }

    private String edition(CitationFixture citation, LetterFormat format, @Nullable LocalDate decided) {
        return catalog.explain(citation.build(), format, decided).steps().stream()
                .filter(step -> step.what().equals("edition"))
                .map(Explanation.Step::how)
                .collect(Collectors.joining());
    }

    private static String text(Explanation<?> explanation) {
        return explanation.steps().stream().map(Explanation.Step::how).collect(Collectors.joining("\n"));
    }
}
