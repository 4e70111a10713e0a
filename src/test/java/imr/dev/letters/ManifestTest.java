package imr.dev.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {

    @Test
    void aLineIsOneJsonObjectWithTheFieldsOfTheTruth() throws Exception {
        LetterGenerator generator = new LetterGenerator(5);
        for (int i = 0; i < 200; i++) {
            GeneratedLetter letter = generator.letter(i);

            String line = Manifest.line(letter);

            assertThat(line).doesNotContain("\n");
            JsonNode json = new ObjectMapper().readTree(line);
            assertThat(names(json))
                    .containsExactly(
                            "source",
                            "key",
                            "headers",
                            "letterId",
                            "format",
                            "caseNumber",
                            "dateAssigned",
                            "dateOfInjury",
                            "decisionDate",
                            "urDenialDate",
                            "priority",
                            "applicationReceived",
                            "licensureStates",
                            "specialties",
                            "age",
                            "sex",
                            "items");
            assertThat(json.get("letterId").textValue())
                    .isEqualTo(letter.truth().letterId());
            assertThat(json.get("age").intValue()).isEqualTo(letter.truth().age());
            assertThat(json.get("items")).hasSize(letter.truth().items().size());
            ItemTruth item = letter.truth().items().get(0);
            JsonNode itemJson = json.get("items").get(0);
            assertThat(itemJson.get("rationale").textValue()).isEqualTo(item.rationale());
            assertThat(itemJson.get("decision").textValue())
                    .isEqualTo(item.decision().name());
            assertThat(itemJson.get("drugClass").isNull()).isEqualTo(item.drugClass() == null);
            assertThat(names(itemJson.get("reviewerCitations").get(0)))
                    .containsExactly("source", "chapter", "edition", "sections", "pages", "text", "guidelineId");
        }
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
