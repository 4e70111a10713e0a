package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.Classification;
import imr.avro.DisputedItem;
import imr.avro.ServiceCategory;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import imr.letter.ParseResult;
import imr.reference.ReferenceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real letters, parsed and enriched, against what was read by hand: precision and recall by field, and the shares that
 * have to be right. The letters are no part of the project; the system property {@code imr.shared} says where they are.
 */
@Tag("shared")
class SharedGoldClassesTest {
    private static final String CATEGORY = "service category";
    private static final String SUBCATEGORY = "subcategory";
    private static final String CLASS = "drug class";
    private static final String GENERIC = "generic";
    private static final String NAME = "treatment name";
    private static final String CHAPTER = "chapter and edition";
    private static final String SECTION = "section";

    private static final Path LETTERS =
            Path.of(System.getProperty("imr.shared", "../shared")).resolve("letters");
    private static final Map<String, DisputedItem> READ = new HashMap<>();

    @BeforeAll
    static void readAllLetters() throws IOException {
        Enricher enricher = Enricher.bundled();
        Set<String> names = new LinkedHashSet<>();
        GoldClasses.items().forEach(item -> names.add(item.letter()));
        for (String name : names) {
            Path file = LETTERS.resolve((name.startsWith("CM") ? "real/layout/" : "seeds/") + name + ".txt");
            ParseResult result = LetterParser.parse(LetterText.decode(Files.readAllBytes(file)), LetterOrigin.UNKNOWN);
            assertThat(result).as(name).isInstanceOf(ParseResult.Parsed.class);
            enricher.enrich(((ParseResult.Parsed) result).determination())
                    .getItems()
                    .forEach(item -> READ.put(place(name, item.getPosition()), item));
        }
    }

    @Test
    void treatmentsAreClassedAsTheyWereByHand() {
        FieldScores scores = new FieldScores();
        for (GoldClasses.Item gold : GoldClasses.items()) {
            String place = place(gold.letter(), gold.position());
            Classification read = item(place).getClassification();
            assertThat(read).as(place).isNotNull();
            ServiceCategory category =
                    read.getServiceCategory() == ServiceCategory.OTHER ? null : read.getServiceCategory();
            scores.compare(CATEGORY, place, gold.serviceCategory(), category);
            scores.compare(
                    SUBCATEGORY, place, subcategory(gold), read.getDrugClass() == null ? read.getSubcategory() : null);
            scores.compare(CLASS, place, gold.drugClass(), read.getDrugClass());
            scores.compare(GENERIC, place, ingredients(gold.generic()), ingredients(read.getGeneric()));
            scores.compare(NAME, place, gold.name(), read.getTreatmentName());
        }

        scores.print("treatments");
        assertThat(scores.recall(CATEGORY)).isGreaterThanOrEqualTo(0.95);
        assertThat(scores.precision(CATEGORY)).isGreaterThanOrEqualTo(0.95);
        assertThat(scores.recall(CLASS)).isGreaterThanOrEqualTo(0.98);
        assertThat(scores.precision(CLASS)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void citationsOfTheScheduleResolveAsTheyWereByHand() {
        Map<String, GoldClasses.Cited> gold = new HashMap<>();
        GoldClasses.citations()
                .forEach(cited ->
                        gold.put(place(place(cited.letter(), cited.position()), cited.line(), cited.ordinal()), cited));
        FieldScores scores = new FieldScores();
        Set<String> places = new LinkedHashSet<>(gold.keySet());
        Map<String, Citation> read = scheduleCitations();
        places.addAll(read.keySet());
        for (String place : places.stream().sorted().toList()) {
            GoldClasses.Cited expected = gold.get(place);
            Citation citation = read.get(place);
            var found = citation == null ? null : citation.getResolution();
            scores.compare(
                    CHAPTER,
                    place,
                    expected == null ? null : expected.guideline(),
                    found == null ? null : found.getGuidelineId());
            scores.compare(
                    SECTION,
                    place,
                    expected == null ? List.of() : expected.sections(),
                    found == null ? List.of() : found.getSections());
        }

        scores.print("citations");
        assertThat(scores.recall(CHAPTER)).isGreaterThanOrEqualTo(0.98);
        assertThat(scores.precision(CHAPTER)).isGreaterThanOrEqualTo(0.98);
        assertThat(scores.recall(SECTION)).isGreaterThanOrEqualTo(0.95);
        assertThat(scores.precision(SECTION)).isGreaterThanOrEqualTo(0.95);
    }

    /** The subcategory's symbol for the state's name of it, or null for a drug, which has its class instead. */
    private static @Nullable String subcategory(GoldClasses.Item gold) {
        if (gold.subcategory() == null || gold.drugClass() != null) {
            return null;
        }
        for (ReferenceTable.Row row :
                ReferenceTable.load("service-subcategories.tsv").rows()) {
            boolean sameCategory = gold.serviceCategory() != null
                    && row.get("serviceCategory").equals(gold.serviceCategory().name());
            if (sameCategory && row.list("stateNames").contains(gold.subcategory())) {
                return row.get("subcategory");
            }
        }
        throw new IllegalStateException("the state has no " + gold.subcategory());
    }

    private static Map<String, Citation> scheduleCitations() {
        Map<String, Citation> citations = new HashMap<>();
        READ.forEach((place, item) -> {
            number(citations, place, GoldClasses.Line.ADMINISTRATOR, item.getClaimsAdministratorCitations());
            number(citations, place, GoldClasses.Line.REVIEWER, item.getReviewerCitations());
        });
        return citations;
    }

    private static void number(
            Map<String, Citation> numbered, String item, GoldClasses.Line line, List<Citation> citations) {
        int ordinal = 0;
        for (Citation citation : citations) {
            if (citation.getSource() == CitationSource.MTUS) {
                ordinal++;
                numbered.put(place(item, line, ordinal), citation);
            }
        }
    }

    private static List<String> ingredients(@Nullable String combination) {
        if (combination == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(Arrays.asList(combination.split("/", -1)));
        names.sort(null);
        return List.of(String.join("/", names));
    }

    private static DisputedItem item(String place) {
        DisputedItem item = READ.get(place);
        assertThat(item).as(place).isNotNull();
        return item;
    }

    private static String place(String letter, int position) {
        return letter + " item " + position;
    }

    private static String place(String item, GoldClasses.Line line, int ordinal) {
        return item + " " + line + " " + ordinal;
    }
}
