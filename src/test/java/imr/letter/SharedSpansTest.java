package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in real letters where a span says, is what was read. The system property {@code imr.shared} says where they are. */
@Tag("shared")
class SharedSpansTest {

    private static final Path LETTERS =
            Path.of(System.getProperty("imr.shared", "../shared")).resolve("letters");

    @ParameterizedTest
    @ValueSource(strings = {"seeds", "real/paragraphs", "real/layout"})
    void everyFieldIsWhatStandsAtItsSpan(String folder) throws IOException {
        List<Path> letters;
        try (Stream<Path> files = Files.list(LETTERS.resolve(folder))) {
            letters = files.filter(file -> file.toString().endsWith(".txt")).toList();
        }

        assertThat(letters).isNotEmpty().allSatisfy(file -> {
            String text = Fixtures.text(file);
            new PrintedFields(text).hold(Fixtures.read(text).getItems());
        });
    }
}
