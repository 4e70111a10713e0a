package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.GuidelineSection;
import imr.avro.GuidelineSource;
import imr.avro.LetterFormat;
import imr.letter.CitationLine;
import imr.reference.ReferenceTable;
import imr.reference.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledGuidelinesTest {
    private static final GuidelineCatalog CATALOG = new GuidelineCatalog(BundledGuidelines.load());

    private final List<Guideline> guidelines = BundledGuidelines.load();

    @Test
    void everyGuidelineHasAnIdOfItsOwn() {
        assertThat(guidelines)
                .extracting(Guideline::getId)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(40);
    }

    @Test
    void noTwoGuidelinesClaimASpellingForTheSameYear() {
        Map<String, String> claims = new HashMap<>();
        for (Guideline guideline : guidelines) {
            List<String> spellings = new ArrayList<>(guideline.getAliases());
            spellings.add(guideline.getTitle());
            for (String spelling : spellings) {
                String claim = guideline.getYear() + " " + Spelling.tidy(spelling);
                assertThat(claims.put(claim, guideline.getId())).as(claim).isNull();
            }
        }
    }

    @Test
    void noTwoSectionsOfAGuidelineClaimASpelling() {
        for (Guideline guideline : guidelines) {
            Map<String, String> claims = new HashMap<>();
            for (GuidelineSection section : guideline.getSections()) {
                List<String> spellings = new ArrayList<>(section.getAliases());
                spellings.add(section.getName());
                for (String spelling : spellings) {
                    String claim = Spelling.tidy(spelling);
                    assertThat(claims.put(claim, section.getName()))
                            .as(guideline.getId() + ": " + claim)
                            .isNull();
                }
            }
        }
    }

    @Test
    void everyFactHasProvenance() {
        assertThat(guidelines).allSatisfy(guideline -> {
            assertThat(guideline.getProvenance()).isNotBlank();
            assertThat(guideline.getSections())
                    .allSatisfy(section -> assertThat(section.getProvenance()).isNotBlank());
        });
    }

    @Test
    void pageRangesAreInOrderAndWithinTheGuideline() {
        for (Guideline guideline : guidelines) {
            for (GuidelineSection section : guideline.getSections()) {
                if (section.getFirstPage() == null) {
                    assertThat(section.getLastPage()).isNull();
                    continue;
                }
                assertThat(section.getFirstPage()).isPositive().isLessThanOrEqualTo(section.getLastPage());
                if (guideline.getPageCount() != null) {
                    assertThat(section.getLastPage())
                            .as(section.getName())
                            .isLessThanOrEqualTo(guideline.getPageCount());
                }
            }
        }
    }

    @Test
    void editionsOfAChapterFollowOneAnother() {
        assertThat(guidelines)
                .filteredOn(guideline -> guideline.getTitle().equals("Chronic Pain Medical Treatment"))
                .extracting(Guideline::getYear)
                .containsExactly(2009, 2016);
    }

    @Test
    void everyGuidelineSaysWhoPublishesItAndWhereItIsRead() {
        assertThat(guidelines).allSatisfy(guideline -> {
            assertThat(guideline.getPublisher()).isNotBlank();
            assertThat(guideline.getLink()).startsWith("https://");
        });
    }

    @Test
    void anEditionOfTheScheduleHasItsDateUnlessItIsUnverified() {
        assertThat(guidelines)
                .filteredOn(guideline -> guideline.getSource() == GuidelineSource.MTUS
                        && !guideline.getProvenance().contains("unverified"))
                .hasSizeGreaterThan(30)
                .allSatisfy(guideline -> {
                    assertThat(guideline.getEffectiveFrom()).isNotNull();
                    assertThat(guideline.getRegulationSection()).startsWith("9792.2");
                });
    }

    static List<ReferenceTable.Row> rows() {
        return ReferenceTable.load("guidelines.tsv").rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyExampleIsFoundAsItsOwnGuideline(ReferenceTable.Row row) {
        GuidelineResolution found = resolve(row.get("example"));

        assertThat(found).isNotNull();
        assertThat(found.getGuidelineId()).isEqualTo(row.get("id"));
    }

    static List<ReferenceTable.Row> sectionRows() {
        return ReferenceTable.load("guideline-sections.tsv").rows();
    }

    @ParameterizedTest
    @MethodSource("sectionRows")
    void everyExampleIsFoundAsItsOwnSection(ReferenceTable.Row row) {
        GuidelineResolution found = resolve(row.get("example"));

        assertThat(found.getGuidelineId()).isEqualTo(row.get("guideline"));
        assertThat(found.getSections()).containsExactly(row.get("name"));
        assertThat(found.getWarnings()).isEmpty();
    }

    /** A citation as printed, read as the letter stage does; without a year it is one of a letter of 2014 to 2016. */
    private static GuidelineResolution resolve(String printed) {
        List<Citation> citations = CitationLine.citations(printed + ".");
        assertThat(citations).as(printed).hasSize(1);
        Citation citation = citations.get(0);
        GuidelineResolution found =
                CATALOG.resolve(citation, citation.getEdition() == null ? LetterFormat.V3A : LetterFormat.V3B, null);
        assertThat(found).as(printed).isNotNull();
        return found;
    }

    @Test
    void everySpellingOfASectionIsReadAsOneAndFound() {
        for (Guideline guideline : guidelines) {
            if (guideline.getYear() == null) {
                continue;
            }
            String chapter = "MTUS " + guideline.getTitle() + " " + guideline.getYear() + ", Section(s): ";
            for (GuidelineSection section : guideline.getSections()) {
                List<String> spellings = new ArrayList<>(section.getAliases());
                spellings.add(section.getName());
                for (String spelling : spellings) {
                    assertThat(resolve(chapter + spelling).getSections())
                            .as(chapter + spelling)
                            .containsExactly(section.getName());
                }
            }
        }
    }
}
