package imr.cli;

import static imr.cli.Shell.imr;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import imr.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HEADER = List.of(
            "letterId",
            "format",
            "caseNumber",
            "decisionDate",
            "dateAssigned",
            "licensureStates",
            "specialties",
            "age",
            "sex");
    private static final List<String> ITEM =
            List.of("position", "treatment", "requestInDispute", "decision", "drugClass", "serviceCategory");

    @TempDir
    private Path folder;

    @Test
    void writesLettersThatAreReadAsTheManifestSays() throws Exception {
        Path letters = folder.resolve("letters");

        Ran generated = imr("generate", "--count", "60", "--seed", "11", "--dir", letters.toString());
        Ran parsed = imr("parse", letters.toString());

        assertThat(generated.exitCode()).isZero();
        assertThat(generated.err()).isEqualTo("60 letters and manifest.jsonl written to " + letters + "\n");
        Map<String, JsonNode> manifest = bySource(Files.readAllLines(letters.resolve("manifest.jsonl")));
        Map<String, JsonNode> read = bySource(parsed.outLines());
        assertThat(read.keySet()).isEqualTo(manifest.keySet()).hasSize(60);
        manifest.forEach((source, truth) -> assertSame(source, read.get(source), truth));
    }

    @Test
    void writesTheSameLettersForTheSameSeedWhateverTheCount() throws Exception {
        imr(
                "generate",
                "--count",
                "5",
                "--seed",
                "3",
                "--dir",
                folder.resolve("few").toString());
        imr(
                "generate",
                "--count",
                "9",
                "--seed",
                "3",
                "--dir",
                folder.resolve("more").toString());

        Map<String, String> few = texts(folder.resolve("few"));
        assertThat(few).hasSize(5);
        assertThat(texts(folder.resolve("more"))).containsAllEntriesOf(few).hasSize(9);
    }

    @Test
    void leavesAFolderThatIsNotEmptyAlone() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        Ran ran = imr("generate", "--count", "1", "--dir", folder.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("imr generate: " + folder + " is not empty; name another folder for --dir\n");
        assertThat(texts(folder)).containsOnlyKeys("mine.txt");
    }

    private static void assertSame(String source, JsonNode read, JsonNode truth) {
        HEADER.forEach(
                name -> assertThat(read.get(name)).as(source + " " + name).isEqualTo(truth.get(name)));
        assertThat(read.get("items")).as(source).hasSameSizeAs(truth.get("items"));
        for (int i = 0; i < truth.get("items").size(); i++) {
            for (String name : ITEM) {
                assertThat(read.get("items").get(i).get(name))
                        .as(source + " item " + (i + 1) + " " + name)
                        .isEqualTo(truth.get("items").get(i).get(name));
            }
        }
    }

    private static Map<String, JsonNode> bySource(List<String> lines) throws IOException {
        Map<String, JsonNode> bySource = new TreeMap<>();
        for (String line : lines) {
            JsonNode letter = JSON.readTree(line);
            bySource.put(Path.of(letter.get("source").asText()).getFileName().toString(), letter);
        }
        return bySource;
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".txt")).toList()) {
                texts.put(
                        file.getFileName().toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }
}
