package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.Classification;
import imr.avro.DisputedItem;
import imr.avro.Letter;
import imr.avro.ResolutionMethod;
import imr.avro.ServiceCategory;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import imr.letter.ParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much of real letters the vocabulary and the reference cover. Prints shares only, never a letter's words. */
@Tag("shared")
class SampleCoverageTest {
    private static final Map<String, String> CATEGORIES = Map.of(
            "Pharmaceuticals", "PHARMACEUTICALS",
            "Rehabilitation", "REHABILITATION");
    private static final Map<String, String> CLASSES = Map.of(
            "Opioid", "OPIOIDS",
            "Muscle Relaxant", "MUSCLE_RELAXANTS",
            "Benzodiazepine", "BENZODIAZEPINES",
            "Anti-epilepsy drug", "ANTIEPILEPTICS");

    private final Path letters = Path.of(System.getProperty("imr.shared", "../shared"), "letters");
    private final ObjectMapper json = new ObjectMapper();
    private final TreatmentVocabulary vocabulary = TreatmentVocabulary.bundled();
    private final GuidelineCatalog catalog = new GuidelineCatalog(BundledGuidelines.load());

    @Test
    void mostRequestsOfTheRealLettersHaveANameAndACategory() throws IOException {
        int requests = 0;
        int named = 0;
        int classed = 0;
        for (String line : Files.readAllLines(letters.resolve("real/gold.jsonl"))) {
            for (JsonNode item : json.readTree(line).get("items")) {
                Classification found =
                        vocabulary.classify(item.get("requestInDispute").asText());
                requests++;
                named += found.getTreatmentName() == null ? 0 : 1;
                classed += found.getServiceCategory() == ServiceCategory.OTHER ? 0 : 1;
            }
        }
        print("requests named", named, requests);
        print("requests with a category", classed, requests);
        assertThat(share(named, requests)).isGreaterThan(0.9);
        assertThat(share(classed, requests)).isGreaterThan(0.95);
    }

    @Test
    void theSeedLettersAreClassedAsTheyWereByHand() throws IOException {
        for (Path file : files(letters.resolve("seeds"), ".json")) {
            for (JsonNode item : json.readTree(file.toFile()).get("items")) {
                Classification found = vocabulary.classify(item.get("treatment").asText());
                JsonNode gold = item.get("derived");
                String place = file.getFileName() + " item " + item.get("position");
                assertThat(found.getServiceCategory())
                        .as(place)
                        .hasToString(CATEGORIES.get(gold.get("serviceCategory").asText()));
                assertThat(String.valueOf(found.getDrugClass()))
                        .as(place)
                        .isEqualTo(
                                String.valueOf(CLASSES.get(gold.get("drugClass").asText())));
                if (gold.get("isDrug").asBoolean()) {
                    assertThat(gold.get("drugGeneric").asText()).as(place).startsWith(found.getTreatmentName());
                }
            }
        }
    }

    @Test
    void mostCitationsOfTheScheduleAreResolvedWithTheirSections() throws IOException {
        List<Path> files = new ArrayList<>(files(letters.resolve("seeds"), ".txt"));
        files.addAll(files(letters.resolve("real/layout"), ".txt"));
        int cited = 0;
        int resolved = 0;
        int sections = 0;
        int sectionsFound = 0;
        int others = 0;
        int othersResolved = 0;
        Map<String, Integer> methods = new TreeMap<>();
        Map<String, Integer> warnings = new TreeMap<>();
        for (Path file : files) {
            ParseResult result =
                    LetterParser.parse(LetterText.decode(Files.readAllBytes(file)), new LetterOrigin(null, null));
            assertThat(result).as(file.getFileName().toString()).isInstanceOf(ParseResult.Parsed.class);
            for (DisputedItem item :
                    ((ParseResult.Parsed) result).determination().getItems()) {
                Letter letter = item.getLetter();
                List<Citation> citations = new ArrayList<>(item.getClaimsAdministratorCitations());
                citations.addAll(item.getReviewerCitations());
                for (Citation citation : citations) {
                    var found = catalog.resolve(citation, letter.getFormat(), letter.getDecisionDate());
                    if (found == null) {
                        continue;
                    }
                    boolean known = found.getMethod() != ResolutionMethod.UNRESOLVED;
                    methods.merge(citation.getSource() + " " + found.getMethod(), 1, Integer::sum);
                    found.getWarnings().forEach(warning -> warnings.merge(warning, 1, Integer::sum));
                    if (citation.getSource() == CitationSource.MTUS) {
                        cited++;
                        resolved += known ? 1 : 0;
                        sections += citation.getSections().size();
                        sectionsFound += Math.min(
                                citation.getSections().size(),
                                found.getSections().size());
                    } else {
                        others++;
                        othersResolved += known ? 1 : 0;
                    }
                }
            }
        }
        print("schedule citations resolved", resolved, cited);
        print("their sections found", sectionsFound, sections);
        print("other citations resolved", othersResolved, others);
        System.out.println("  by method " + methods + ", warnings " + warnings);
        assertThat(share(resolved, cited)).isGreaterThan(0.98);
        assertThat(share(sectionsFound, sections)).isGreaterThan(0.95);
        assertThat(share(othersResolved, others)).isGreaterThan(0.8);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static double share(int part, int whole) {
        return (double) part / whole;
    }

    private static void print(String what, int part, int whole) {
        System.out.println(String.format(
                Locale.ROOT, "  %-28s %4d of %4d  %5.1f %%", what, part, whole, 100 * share(part, whole)));
    }
}
