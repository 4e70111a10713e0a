package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The platform's locale has no say. In Turkish, I and i are no pair. */
class LetterLocaleTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void lettersReadTheSameInTurkish() {
        for (var file : Fixtures.letters()) {
            String text = Fixtures.text(file).replace("Decision rationale", "DECISION RATIONALE");
            Locale.setDefault(Locale.ROOT);
            var expected = LetterParser.parse(text, LetterOrigin.UNKNOWN);

            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            var actual = LetterParser.parse(text, LetterOrigin.UNKNOWN);

            assertThat(actual).isEqualTo(expected);
            assertThat(actual).isInstanceOf(ParseResult.Parsed.class);
        }
    }
}
