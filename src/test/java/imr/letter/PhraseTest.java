package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PhraseTest {

    private static final Phrase PHRASE = Phrase.of("State(s) of Licensure");

    @Test
    void caseSpacesAndBracketsMayDiffer() {
        for (String text : new String[] {"State(s) of Licensure", "STATES OFLICENSURE", "Sta te(s) of Lic ensure"}) {
            byte[] chars = text.getBytes(StandardCharsets.US_ASCII);

            assertThat(PHRASE.endAt(chars, 0, chars.length)).isEqualTo(chars.length);
            assertThat(PHRASE.startBefore(chars, 0, chars.length)).isZero();
        }
    }

    @Test
    void lettersMayNot() {
        byte[] chars = "State(s) of Licensing".getBytes(StandardCharsets.US_ASCII);

        assertThat(PHRASE.endAt(chars, 0, chars.length)).isEqualTo(Phrase.NOT_FOUND);
        assertThat(PHRASE.startBefore(chars, 0, chars.length)).isEqualTo(Phrase.NOT_FOUND);
    }

    @Test
    void colonsFullStopsAndLongGapsPartWords() {
        for (String text : new String[] {"did not: cite", "did not. cite", "did not --- cite"}) {
            byte[] chars = text.getBytes(StandardCharsets.US_ASCII);

            assertThat(Phrase.of("did not cite").find(chars, 0, chars.length)).isEqualTo(Phrase.NOT_FOUND);
        }
    }

    @Test
    void findsFirstAndLast() {
        byte[] chars = "a man, a plan".getBytes(StandardCharsets.US_ASCII);

        assertThat(Phrase.of("a").find(chars, 1, chars.length)).isEqualTo(3);
        assertThat(Phrase.of("a").findLast(chars, 0, chars.length)).isEqualTo(11);
    }
}
