package imr.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityLevelTest {
    private static final Schema INT = new Schema.Parser().parse("\"int\"");
    private static final Schema LONG = new Schema.Parser().parse("\"long\"");
    private static final Schema STRING = new Schema.Parser().parse("\"string\"");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // A reader of long reads int, not the other way round; neither reads string.
        "NONE,                true,  true,  true",
        "BACKWARD,            true,  false, true",
        "BACKWARD_TRANSITIVE, true,  false, false",
        "FORWARD,             false, true,  true",
        "FORWARD_TRANSITIVE,  false, true,  false",
        "FULL,                false, false, true",
        "FULL_TRANSITIVE,     false, false, false",
    })
    void levelDecidesDirectionAndReach(
            CompatibilityLevel level, boolean widened, boolean narrowed, boolean unlikeAnEarlierOne) {
        assertThat(level.objections(LONG, List.of(INT)).isEmpty()).isEqualTo(widened);
        assertThat(level.objections(INT, List.of(LONG)).isEmpty()).isEqualTo(narrowed);
        assertThat(level.objections(INT, List.of(STRING, INT)).isEmpty()).isEqualTo(unlikeAnEarlierOne);
        assertThat(level.objections(INT, List.of())).isEmpty();
    }
}
