package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.GuidelineResolution;
import imr.avro.ResolutionMethod;
import imr.avro.ServiceCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Requests and citations that were written down before the reference was looked at, each put into a letter, parsed and
 * enriched: precision and recall by field. They stand for letters that nobody has seen, so what is missed is printed.
 * Sections that only a page leads to are not compared.
 */
class ProbeTest {
    private static final String CATEGORY = "service category";
    private static final String SUBCATEGORY = "subcategory";
    private static final String CLASS = "drug class";
    private static final String GENERIC = "generic";
    private static final String CHAPTER = "chapter and edition";
    private static final String SECTION = "section";
    private static final String OTHER_BODY = "other guideline";
    private static final String OTHER_TOPIC = "its topic";

    private final Enricher enricher = Enricher.bundled();

    @Test
    void requestsAreClassedAsTheyWereByHand() {
        FieldScores scores = requests("probe-requests.tsv");

        assertThat(scores.recall(CATEGORY)).isGreaterThanOrEqualTo(0.98);
        assertThat(scores.recall(CLASS)).isGreaterThanOrEqualTo(0.98);
        assertThat(scores.precision(CLASS)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void citationsResolveAsTheyWereByHand() {
        FieldScores scores = citations("probe-citations.tsv");

        assertThat(scores.recall(CHAPTER)).isGreaterThanOrEqualTo(0.98);
        assertThat(scores.recall(SECTION)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void requestsWrittenAfterwardsAreClassedAsTheyWereByHand() {
        FieldScores scores = requests("probe-requests-2.tsv");

        assertThat(scores.recall(CATEGORY)).isGreaterThanOrEqualTo(0.98);
        assertThat(scores.recall(CLASS)).isGreaterThanOrEqualTo(0.98);
        assertThat(scores.precision(CLASS)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void citationsWrittenAfterwardsResolveAsTheyWereByHand() {
        FieldScores scores = citations("probe-citations-2.tsv");

        assertThat(scores.recall(CHAPTER)).isGreaterThanOrEqualTo(0.98);
        assertThat(scores.recall(SECTION)).isGreaterThanOrEqualTo(0.95);
    }

    private FieldScores requests(String table) {
        FieldScores scores = new FieldScores();
        for (Map<String, String> row : GoldClasses.rows(table)) {
            String request = GoldClasses.value(row, "request");
            Classification read = Objects.requireNonNull(
                    ProbeLetter.request(enricher, request).getClassification(), request);
            boolean drug = GoldClasses.value(row, "kind").equals("DRUG");
            ServiceCategory category = ServiceCategory.valueOf(GoldClasses.value(row, "serviceCategory"));
            boolean nothing = read.getTreatmentName() == null && read.getServiceCategory() == ServiceCategory.OTHER;
            scores.compare(CATEGORY, request, category, nothing ? null : read.getServiceCategory());
            scores.compare(
                    SUBCATEGORY,
                    request,
                    GoldClasses.optional(row, "subcategory"),
                    read.getDrugClass() == null && !nothing ? read.getSubcategory() : null);
            scores.compare(
                    CLASS,
                    request,
                    drug ? DrugClass.valueOf(GoldClasses.value(row, "drugClass")) : null,
                    read.getDrugClass());
            String generic = GoldClasses.optional(row, "generic");
            if (generic != null) {
                scores.compare(GENERIC, request, generic, inOrder(read.getGeneric()));
            }
        }
        scores.print(table);
        return scores;
    }

    private FieldScores citations(String table) {
        FieldScores scores = new FieldScores();
        for (Map<String, String> row : GoldClasses.rows(table)) {
            String printed = GoldClasses.value(row, "citation");
            List<Citation> read = ProbeLetter.citation(enricher, GoldClasses.value(row, "format"), printed)
                    .getReviewerCitations();
            for (boolean schedule : new boolean[] {true, false}) {
                List<String> guidelines = new ArrayList<>();
                List<String> sections = new ArrayList<>();
                for (String resolution : list(GoldClasses.optional(row, "resolutions"), " ; ")) {
                    String[] parts = resolution.split(": ", 2);
                    if (schedule == !(parts[0].equals("ODG") || parts[0].equals("ACOEM_3RD_ED"))) {
                        guidelines.add(parts[0]);
                        sections.addAll(list(parts.length == 1 ? null : parts[1], " \\| "));
                    }
                }
                List<String> guidelinesRead = new ArrayList<>();
                List<String> sectionsRead = new ArrayList<>();
                for (Citation citation : read) {
                    GuidelineResolution found = citation.getResolution();
                    if (found != null
                            && found.getGuidelineId() != null
                            && schedule == (citation.getSource() == CitationSource.MTUS)) {
                        guidelinesRead.add(found.getGuidelineId());
                        if (found.getMethod() != ResolutionMethod.PAGE) {
                            sectionsRead.addAll(found.getSections());
                        }
                    }
                }
                scores.compare(schedule ? CHAPTER : OTHER_BODY, printed, guidelines, guidelinesRead);
                scores.compare(schedule ? SECTION : OTHER_TOPIC, printed, sections, sectionsRead);
            }
        }
        scores.print(table);
        return scores;
    }

    private static List<String> list(@Nullable String cell, String separator) {
        return cell == null ? List.of() : List.of(cell.split(separator, -1));
    }

    private static @Nullable String inOrder(@Nullable String ingredients) {
        if (ingredients == null) {
            return null;
        }
        String[] names = ingredients.split("/", -1);
        Arrays.sort(names);
        return String.join("/", names);
    }
}
