package imr.cli;

import static imr.cli.Shell.imr;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import imr.avro.CitedBody;
import imr.avro.Dimension;
import imr.avro.RequestDetails;
import imr.config.SettingsDef;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReadmeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String README = read();

    @Test
    void listsEverySettingAsItIsDefined() {
        assertThat(between("settings")).isEqualTo(SettingsDef.markdown());
    }

    @Test
    void listsEveryCodeWithItsMeaning() {
        assertThat(between("codes")).isEqualTo(CodeTable.markdown());
    }

    @Test
    void listsEveryVerb() {
        List<String> verbs = Verbs.of(Shell.nowhere()).stream()
                .map(verb -> new CommandLine(verb).getCommandName())
                .toList();

        List<String> listed = firstColumn(between("verbs")).stream()
                .map(synopsis -> synopsis.split(" ", 2)[0])
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(verbs);
    }

    @Test
    void listsEveryDimension() {
        assertThat(firstColumn(between("dimensions")))
                .containsExactlyElementsOf(Stream.of(Dimension.values())
                        .filter(dimension -> dimension != Dimension.UNKNOWN)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void listsEveryDetailOfARequest() {
        String keys = String.join(
                ", ",
                Matches.of("(?m)^\\| (`[^|]+`) \\|", between("details"))
                        .map(row -> row.group(1).replace("`", ""))
                        .toList());

        assertThat(keys.split(", "))
                .containsExactlyElementsOf(RequestDetails.getClassSchema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList());
    }

    @Test
    void listsEveryBodyThatACitationNames() {
        for (CitedBody body : CitedBody.values()) {
            if (body != CitedBody.UNKNOWN) {
                assertThat(README).contains("`" + body + "`");
            }
        }
    }

    @Test
    void showsWhatTheTableOfTheSampleLettersLooksLike() {
        MatchResult example = Matches.of("(?s)\\$ imr (parse [^|\n]*) \\| head -(\\d+)\n(.*?)```", README)
                .findFirst()
                .orElseThrow();

        List<String> printed = imr(example.group(1).split(" ")).outLines();

        assertThat(example.group(3).lines())
                .containsExactlyElementsOf(printed.subList(0, Integer.parseInt(example.group(2))));
    }

    @Test
    void showsWhatASampleLetterLooksLikeExplained() throws IOException {
        MatchResult example = Matches.of("(?s)\\$ imr explain ([^\n]*)\n(.*?)```", README)
                .findFirst()
                .orElseThrow();
        Path file = Path.of(example.group(1));
        String text = LetterText.decode(Files.readAllBytes(file));

        List<String> printed = ExplainedLetter.of(
                file.toString(), text, LetterParser.parse(text, LetterOrigin.UNKNOWN), new Ink(false, true));

        assertThat(printed)
                .containsSequence(example.group(2)
                        .lines()
                        .filter(line -> !line.equals("..."))
                        .toList());
    }

    @Test
    void showsHowARequestAndACitationAreExplained() {
        Matches.of("(?s)\\$ imr explain (\"[^\n]*|--citation [^\n]*)\n(.*?)```", README)
                .forEach(example -> assertThat(
                                imr(arguments("explain " + example.group(1))).out())
                        .isEqualTo(example.group(2)));
    }

    /** As a shell would take them apart. */
    private static String[] arguments(String line) {
        return Matches.of("\"([^\"]*)\"|[^ ]+", line)
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toArray(String[]::new);
    }

    @Test
    void showsWhatASampleLetterLooksLikeAsJson() throws Exception {
        MatchResult example = Matches.of(
                        "(?s)`imr (parse [^`]*)`, with line breaks added:\\s+```json\n(.*?)```", README)
                .findFirst()
                .orElseThrow();

        JsonNode printed = JSON.readTree(imr(example.group(1).split(" ")).out());
        JsonNode shown = JSON.readTree(example.group(2));
        // It changes with every row of the reference.
        for (JsonNode letter : List.of(printed, shown)) {
            ObjectNode item = (ObjectNode) letter.get("items").get(0);
            assertThat(item.get("referenceVersion").asText()).matches("[0-9a-f]{12}");
            item.put("referenceVersion", "");
        }

        assertThat(shown).isEqualTo(printed);
    }

    @Test
    void namesFilesThatAreThere() {
        Matches.of("\\]\\(([^)#:]+)\\)", README)
                .forEach(link -> assertThat(Path.of(link.group(1))).exists());
    }

    private static String between(String mark) {
        String start = "<!-- " + mark + " -->\n";
        String end = "<!-- /" + mark + " -->";
        return README.substring(README.indexOf(start) + start.length(), README.indexOf(end));
    }

    /** What stands in code style in the first column of a table. */
    private static List<String> firstColumn(String table) {
        return Matches.of("(?m)^\\| `([^`]+)`", table).map(row -> row.group(1)).toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException missing) {
            throw new IllegalStateException("Tests run in the project's folder", missing);
        }
    }

    private static final class Matches {
        /** All of them, one at least. */
        static Stream<MatchResult> of(String pattern, String text) {
            List<MatchResult> found =
                    Pattern.compile(pattern).matcher(text).results().toList();
            assertThat(found).as(pattern).isNotEmpty();
            return found.stream();
        }
    }
}
