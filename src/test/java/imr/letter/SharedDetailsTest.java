package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import imr.avro.DisputedItem;
import imr.avro.RequestDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the details of requests against hand-made labels that are kept outside of the project. */
@Tag("shared")
class SharedDetailsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SEEDS =
            Path.of(System.getProperty("imr.shared", "../shared")).resolve("letters/seeds");
    private static final List<String> FIELDS = List.of(
            "retrospective",
            "dateOfService",
            "strength",
            "strengthUnit",
            "quantity",
            "frequency",
            "daysSupply",
            "bodyPart");

    @Test
    void seeds() throws IOException {
        int compared = 0;
        for (Path file : labels()) {
            JsonNode gold = JSON.readTree(file.toFile()).get("items");
            List<DisputedItem> items = items(file);
            assertThat(items).hasSize(gold.size());
            for (int i = 0; i < items.size(); i++) {
                RequestDetails details = items.get(i).getDetails();
                for (String field : FIELDS) {
                    JsonNode expected = gold.get(i).get("derived").path(field);
                    Object read = details.get(field);
                    assertThat(read == null ? "null" : read.toString())
                            .as("%s item %d %s", file.getFileName(), i + 1, field)
                            .isEqualTo(expected.isMissingNode() ? "null" : expected.asText());
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(15 * FIELDS.size());
    }

    private static List<DisputedItem> items(Path labels) throws IOException {
        Path letter = SEEDS.resolve(labels.getFileName().toString().replace(".json", ".txt"));
        String text = LetterText.decode(Files.readAllBytes(letter));
        return ((ParseResult.Parsed) LetterParser.parse(text, LetterOrigin.UNKNOWN))
                .determination()
                .getItems();
    }

    private static List<Path> labels() throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
