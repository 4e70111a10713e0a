package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhraseTest {

    private static final Phrase PHRASE = Phrase.of("State(s) of Licensure");

    @Test
    void caseSpacesAndBracketsMayDiffer() {
        for (String text : new String[] {"State(s) of Licensure", "STATES OFLICENSURE", "Sta te(s) of Lic ensure"}) {
            char[] chars = text.toCharArray();

            assertThat(PHRASE.endAt(chars, 0, chars.length)).isEqualTo(chars.length);
            assertThat(PHRASE.startBefore(chars, 0, chars.length)).isZero();
        }
    }

    @Test
    void lettersMayNot() {
        char[] chars = "State(s) of Licensing".toCharArray();

        assertThat(PHRASE.endAt(chars, 0, chars.length)).isEqualTo(Phrase.NOT_FOUND);
        assertThat(PHRASE.startBefore(chars, 0, chars.length)).isEqualTo(Phrase.NOT_FOUND);
    }

    @Test
    void colonsFullStopsAndLongGapsPartWords() {
        for (String text : new String[] {"did not: cite", "did not. cite", "did not --- cite"}) {
            char[] chars = text.toCharArray();

            assertThat(Phrase.of("did not cite").find(chars, 0, chars.length)).isEqualTo(Phrase.NOT_FOUND);
        }
    }

    @Test
    void findsFirstAndLast() {
        char[] chars = "a man, a plan".toCharArray();

        assertThat(Phrase.of("a").find(chars, 1, chars.length)).isEqualTo(3);
        assertThat(Phrase.of("a").findLast(chars, 0, chars.length)).isEqualTo(11);
    }
}
