package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LetterDatesTest {

    private static LocalDate date(String text) {
        return LetterDates.decisionDate(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sameDateAsTheWholeParseGives() {
        for (var file : Fixtures.letters()) {
            String text = Fixtures.text(file);

            assertThat(date(text))
                    .isEqualTo(Fixtures.read(text).getItems().get(0).getLetter().getDecisionDate());
        }
    }

    @Test
    void noDateWithoutHeader() {
        assertThat(date("")).isNull();
        assertThat(date("On 1/2/2017 he fell.")).isNull();
        assertThat(date("é".repeat(5_000))).isNull();
    }
}
