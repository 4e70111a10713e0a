package imr.guideline;

import static imr.guideline.CitationFixture.mtus;
import static imr.guideline.CitationFixture.nonMtus;
import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.CitationSource;
import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidelineCatalogTest {
    private static final LocalDate EARLY_2017 = LocalDate.of(2017, 1, 20);
    private final GuidelineCatalog catalog = new GuidelineCatalog(BundledGuidelines.load());

    @Test
    void aPrintedYearDecidesOnTheEdition() {
        GuidelineResolution found = inV3b(mtus("Chronic Pain Medical Treatment").edition(2009));

        assertThat(found.getGuidelineId()).isEqualTo("MTUS_CHRONIC_PAIN_2009");
        assertThat(found.getMethod()).isEqualTo(ResolutionMethod.EXACT);
        assertThat(found.getTitle()).isEqualTo("Chronic Pain Medical Treatment");
        assertThat(found.getEdition()).isEqualTo(2009);
        assertThat(found.getRegulationSection()).isEqualTo("9792.24.2");
        assertThat(found.getWarnings()).isEmpty();
    }

    @Test
    void chronicPainWithoutYearInAnEarlyLetterIsTheEditionOf2009() {
        GuidelineResolution found = inV3a(mtus("Chronic Pain Treatment Guidelines"));

        assertThat(found.getGuidelineId()).isEqualTo("MTUS_CHRONIC_PAIN_2009");
        assertThat(found.getMethod()).isEqualTo(ResolutionMethod.ALIAS);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-03-01,MTUS_CHRONIC_PAIN_2009",
        "2016-07-27,MTUS_CHRONIC_PAIN_2009",
        "2016-07-28,MTUS_CHRONIC_PAIN_2016",
        "2017-11-30,MTUS_CHRONIC_PAIN_2016",
        "2017-12-01,ACOEM_CHRONIC_PAIN_2017"
    })
    void withoutYearTheDecisionDateDecidesOnTheEdition(LocalDate decided, String id) {
        assertThat(resolve(mtus("Chronic Pain Medical Treatment Guidelines"), LetterFormat.V3B, decided)
                        .getGuidelineId())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-05-05,ACOEM_LOW_BACK_2016",
        "2019-08-10,ACOEM_LOW_BACK_2016",
        "2019-08-11,ACOEM_LOW_BACK_2019",
        "2024-02-29,ACOEM_LOW_BACK_2019"
    })
    void laterEditionsTakeOverOnTheDayTheyComeIntoForce(LocalDate decided, String id) {
        assertThat(resolve(mtus("Low Back Disorders"), LetterFormat.V4, decided).getGuidelineId())
                .isEqualTo(id);
    }

    @Test
    void aTitleSharedByTwoGenerationsIsToldApartByDate() {
        assertThat(inV3a(mtus("Elbow Disorders")).getGuidelineId()).isEqualTo("MTUS_ELBOW_2007");
        assertThat(resolve(mtus("Elbow Disorders"), LetterFormat.V4, LocalDate.of(2018, 6, 1))
                        .getGuidelineId())
                .isEqualTo("ACOEM_ELBOW_2013");
    }

    @Test
    void aYearOfNoKnownEditionGivesTheOneInForceWithAWarning() {
        GuidelineResolution found = inV3b(mtus("Elbow Complaints").edition(2004));

        assertThat(found.getGuidelineId()).isEqualTo("MTUS_ELBOW_2007");
        assertThat(found.getMethod()).isEqualTo(ResolutionMethod.REPAIRED);
        assertThat(found.getWarnings()).containsExactly("EDITION_UNKNOWN");
    }

    @Test
    void anEditionThatCameLaterThanTheLetterIsGivenWithAWarning() {
        GuidelineResolution found = inV3b(mtus("Shoulder Disorders"));

        assertThat(found.getGuidelineId()).isEqualTo("ACOEM_SHOULDER_2016");
        assertThat(found.getWarnings()).containsExactly("EDITION_NOT_IN_FORCE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elbow  Complaints",
                "ELBOW COMPLAINTS",
                "Elbow Com plaints",
                "Elbow Compliants",
                "Elbow Complaints 200 7",
                "Elbow Complaints 2007",
                "ACOEM Elbow Complaints Chapter",
                "Elbow Complaints (2007)"
            })
    void aDamagedTitleIsFound(String printed) {
        assertThat(inV3b(mtus(printed)).getGuidelineId()).isEqualTo("MTUS_ELBOW_2007");
    }

    @Test
    void mendedDamageShowsInTheMethod() {
        assertThat(inV3b(mtus("Low  Back Complaints").edition(2004)).getMethod())
                .isEqualTo(ResolutionMethod.EXACT);
        assertThat(inV3b(mtus("Low Back Complaint s").edition(2004)).getMethod())
                .isEqualTo(ResolutionMethod.REPAIRED);
        assertThat(inV3b(mtus("Foot and Ankle Complaints").edition(2004)).getMethod())
                .isEqualTo(ResolutionMethod.ALIAS);
    }

    @Test
    void chapterTitlesMayHoldCommas() {
        GuidelineResolution found =
                inV3b(mtus("Forearm, Wrist, and Hand Complaints").edition(2004).section("Initial Care"));

        assertThat(found.getGuidelineId()).isEqualTo("MTUS_FWH_2004");
        assertThat(found.getSections()).containsExactly("Initial Care");
        assertThat(found.getMethod()).isEqualTo(ResolutionMethod.EXACT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Muscle relaxants (for pain)|Muscle relaxants (for pain)|EXACT",
                "muscle relaxants|Muscle relaxants (for pain)|ALIAS",
                "Muscle Relaxant|Muscle relaxants (for pain)|ALIAS",
                "Criteria for use of opioids|Opioids, criteria for use|ALIAS",
                "Opioids Criteria for Use|Opioids, criteria for use|ALIAS",
                "7) When to Continue Opioids|Opioids, when to continue|ALIAS",
                "Tizanidine (Zanaflex, generic available)|Tizanidine (Zanaflex, generic available)|EXACT",
                "Zanaflex|Tizanidine (Zanaflex, generic available)|ALIAS",
                "NSAIDs, GI symptoms & cardiovascular risk|NSAIDs, GI symptoms & cardiovascular risk|EXACT",
                "NSAIDs, GI symptoms and cardiovascular risk|NSAIDs, GI symptoms & cardiovascular risk|EXACT",
                "Benzodiazepenes|Benzodiazepines|REPAIRED",
                "Epidural steroid injection|Epidural steroid injections (ESIs)|ALIAS",
                "Opioids for low back pain|Opioids|REPAIRED"
            })
    void topicsAreFoundUnderTheSpellingsLettersUse(String printed, String name, ResolutionMethod method) {
        GuidelineResolution found =
                inV3b(mtus("Chronic Pain Medical Treatment").edition(2009).section(printed));

        assertThat(found.getSections()).containsExactly(name);
        assertThat(found.getMethod()).isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Inital Care|Initial Care",
                "Diagnositc Criteria|Diagnostic Criteria",
                "Special  Studies|Special Studies",
                "Surgical Consider ations|Surgical Considerations"
            })
    void damagedSectionNamesAreMended(String printed, String name) {
        assertThat(inV3b(mtus("Knee Complaints").edition(2004).section(printed)).getSections())
                .containsExactly(name);
    }

    @Test
    void numberedSectionsAreFoundByNumberWhenTheirTextIsCut() {
        GuidelineResolution found = inV3b(mtus("Opioid Treatment")
                .edition(2016)
                .section("3.3.6 Opioids for Chronic Pain and Chronic Opioid")
                .section("4.1 Tapering Opioids: Indications for Tapering Opioids"));

        assertThat(found.getSections())
                .containsExactly(
                        "3.3.6 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Urine Drug Testing (UDT)",
                        "4.1 Tapering Opioids: Indications for Tapering Opioids");
        assertThat(found.getMethod()).isEqualTo(ResolutionMethod.REPAIRED);
    }

    @Test
    void neighbouringNumberedSectionsAreNotTakenForOneAnother() {
        GuidelineResolution found = inV3b(mtus("Opioid Treatment").edition(2016).section("4.7 Tapering Opioids"));

        assertThat(found.getSections()).isEmpty();
        assertThat(found.getWarnings()).containsExactly("SECTION_UNKNOWN");
    }

    @Test
    void postsurgicalBodyPartsHoldCommas() {
        assertThat(inV3b(mtus("Postsurgical Treatment").edition(2009).section("Forearm, Wrist, & Hand"))
                        .getSections())
                .containsExactly("Forearm, Wrist, & Hand");
    }

    @Test
    void anUnknownSectionLeavesTheChapterResolved() {
        GuidelineResolution found = inV3b(mtus("Knee Complaints").edition(2004).section("Moon phases"));

        assertThat(found.getGuidelineId()).isEqualTo("MTUS_KNEE_2004");
        assertThat(found.getSections()).isEmpty();
        assertThat(found.getWarnings()).containsExactly("SECTION_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "63|63|Muscle relaxants (for pain)",
                "63|66|Muscle relaxants (for pain)",
                "78|96|Opioids",
                "76|80|Opioids, criteria for use",
                "98|99|Physical medicine",
                "24|24|Benzodiazepines",
                "113|113|Topical analgesics"
            })
    void pagesWithoutATopicGiveTheTopic(int first, int last, String topic) {
        GuidelineResolution found =
                inV3a(mtus("Chronic Pain Treatment Guidelines").pages(first, last));

        assertThat(found.getSections()).containsExactly(topic);
        assertThat(found.getMethod()).isEqualTo(ResolutionMethod.PAGE);
    }

    @Test
    void aPageThatTopicsShareSideBySideGivesNone() {
        GuidelineResolution found =
                inV3a(mtus("Chronic Pain Treatment Guidelines").page(49));

        assertThat(found.getSections()).isEmpty();
        assertThat(found.getGuidelineId()).isEqualTo("MTUS_CHRONIC_PAIN_2009");
    }

    @Test
    void severalPagesGiveTheirTopicsInOrder() {
        assertThat(inV3a(mtus("Chronic Pain Treatment Guidelines")
                                .page(124)
                                .page(60)
                                .page(124))
                        .getSections())
                .containsExactly("Weaning of medications", "Massage therapy");
    }

    @Test
    void aPageBehindTheLastIsReported() {
        GuidelineResolution found = inV3a(mtus("Chronic Pain Treatment Guidelines")
                .section("Muscle relaxants")
                .page(128));

        assertThat(found.getGuidelineId()).isEqualTo("MTUS_CHRONIC_PAIN_2009");
        assertThat(found.getSections()).containsExactly("Muscle relaxants (for pain)");
        assertThat(found.getWarnings()).containsExactly("PAGE_OUT_OF_RANGE");
    }

    @Test
    void aPageOfAnotherTopicIsReported() {
        GuidelineResolution found = inV3a(mtus("Chronic Pain Treatment Guidelines")
                .section("Opioids, on-going management")
                .page(63)
                .page(78));

        assertThat(found.getSections()).containsExactly("Opioids, on-going management");
        assertThat(found.getWarnings()).containsExactly("PAGE_TOPIC_MISMATCH");
    }

    @Test
    void aPageOfTheTopicAroundTheOneCitedFits() {
        assertThat(inV3a(mtus("Chronic Pain Treatment Guidelines")
                                .section("Criteria for use of opioids")
                                .pages(76, 78)
                                .pages(88, 89))
                        .getWarnings())
                .isEmpty();
    }

    @Test
    void aBareNumberForASectionIsReadAsAPage() {
        GuidelineResolution found =
                inV3b(mtus("Low Back Complaints").edition(2004).section("304"));

        assertThat(found.getSections()).containsExactly("Special Studies");
        assertThat(found.getMethod()).isEqualTo(ResolutionMethod.PAGE);
        assertThat(inV3b(mtus("Elbow Complaints").edition(2007).section("326")).getWarnings())
                .isEmpty();
    }

    @Test
    void aTopicPrintedInTheChaptersPlaceIsFoundWhereOneGuidelineHasIt() {
        GuidelineResolution general =
                inV3a(mtus("Initial Approaches to Treatment").page(48));
        GuidelineResolution pain = inV3a(mtus("Muscle relaxants (for pain)").page(64));

        assertThat(general.getGuidelineId()).isEqualTo("MTUS_GENERAL_APPROACHES_2004");
        assertThat(general.getSections()).containsExactly("Initial Approaches to Treatment");
        assertThat(pain.getGuidelineId()).isEqualTo("MTUS_CHRONIC_PAIN_2009");
        assertThat(pain.getSections()).containsExactly("Muscle relaxants (for pain)");
    }

    @Test
    void anUnknownOrMissingChapterStaysUnresolved() {
        GuidelineResolution unknown = inV3b(mtus("Astrology").edition(2004));
        GuidelineResolution missing = inV3b(CitationFixture.of(CitationSource.MTUS));

        assertThat(unknown.getMethod()).isEqualTo(ResolutionMethod.UNRESOLVED);
        assertThat(unknown.getGuidelineId()).isNull();
        assertThat(missing).isEqualTo(unknown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Official Disability Guidelines (ODG), Shoulder (updated 1/5/17), Surgery|ODG|Shoulder",
                "ODG|ODG|",
                "Official Disability Guidelines: Knee and Leg Chapter, Braces|ODG|Knee & Leg",
                "ODG-TWC Pain (Chronic)|ODG|Pain",
                "Work Loss Data Institute, Neck & Upper Back|ODG|Neck & Upper Back",
                "ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Hip and Groin|ACOEM_3RD_ED|Hip and Groin Disorders",
                "American College of Occupational and Environmental Medicine (ACOEM): Elbow disorders|ACOEM_3RD_ED|Elbow Disorders"
            })
    void guidelinesOutsideOfTheScheduleAreKnownByName(String text, String id, @Nullable String chapter) {
        GuidelineResolution found = inV3b(nonMtus(text));

        assertThat(found.getGuidelineId()).isEqualTo(id);
        assertThat(found.getMethod()).isIn(ResolutionMethod.EXACT, ResolutionMethod.ALIAS);
        assertThat(found.getSections()).isEqualTo(chapter == null ? List.of() : List.of(chapter));
        assertThat(found.getRegulationSection()).isNull();
    }

    @Test
    void whereSeveralAreNamedTheFirstCounts() {
        assertThat(inV3b(nonMtus("ACOEM Practice Guidelines and ODG, Low Back")).getGuidelineId())
                .isEqualTo("ACOEM_3RD_ED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.org/sleep", "A textbook of hand surgery, 4th edition", "Lodging rules", ""})
    void otherTextsStayUnresolved(String text) {
        assertThat(inV3b(nonMtus(text)).getMethod()).isEqualTo(ResolutionMethod.UNRESOLVED);
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTSIDE_MTUS", "NONE", "UNKNOWN"})
    void whatNamesNothingHasNoResolution(CitationSource source) {
        assertThat(catalog.resolve(CitationFixture.of(source).build(), LetterFormat.V3B, EARLY_2017))
                .isNull();
    }

    @Test
    void theOrderOfTheReferenceMakesNoDifference() {
        List<Guideline> reversed = new ArrayList<>(BundledGuidelines.load());
        Collections.reverse(reversed);
        GuidelineCatalog other = new GuidelineCatalog(reversed);
        CitationFixture citation = mtus("Low Back").section("Physical").page(300);

        assertThat(other.resolve(citation.build(), LetterFormat.V3A, null)).isEqualTo(inV3a(citation));
    }

    @Test
    void anEmptyReferenceLeavesEverythingUnresolved() {
        GuidelineCatalog empty = new GuidelineCatalog(List.of());

        assertThat(empty.resolve(mtus("Knee Complaints").build(), LetterFormat.V3A, null))
                .extracting(GuidelineResolution::getMethod)
                .isEqualTo(ResolutionMethod.UNRESOLVED);
        assertThat(empty.resolve(nonMtus("ODG").build(), LetterFormat.V3A, null))
                .extracting(GuidelineResolution::getMethod)
                .isEqualTo(ResolutionMethod.UNRESOLVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "1 ", "( ", "opioids ", "chronic pain, ", "odg "})
    @Timeout(20)
    void timeGrowsWithLengthOnly(String words) {
        String text = words.repeat(200_000);

        assertThat(inV3b(mtus(text))).isNotNull();
        assertThat(inV3b(mtus("Chronic Pain Medical Treatment").section(text))).isNotNull();
        assertThat(inV3b(nonMtus(text))).isNotNull();
    }

    private GuidelineResolution inV3a(CitationFixture citation) {
        return resolve(citation, LetterFormat.V3A, null);
    }

    private GuidelineResolution inV3b(CitationFixture citation) {
        return resolve(citation, LetterFormat.V3B, EARLY_2017);
    }

    private GuidelineResolution resolve(CitationFixture citation, LetterFormat format, @Nullable LocalDate decided) {
        return Objects.requireNonNull(catalog.resolve(citation.build(), format, decided));
    }
}
