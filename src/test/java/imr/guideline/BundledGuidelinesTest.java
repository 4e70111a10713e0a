package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Guideline;
import imr.avro.GuidelineSection;
import imr.reference.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundledGuidelinesTest {
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
}
