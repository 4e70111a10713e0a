package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StopsTest {

    /** The same, told one character after the other. */
    private static List<Integer> expected(byte[] text) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < text.length; at++) {
            byte next = at + 1 < text.length ? text[at + 1] : 0;
            boolean pair = (text[at] == ' ' && next == ' ') || (text[at] == 'C' && next == 'M');
            if (text[at] < ' ' || text[at] == ':' || text[at] == 'F' || pair) {
                places.add(at);
            }
        }
        return places;
    }

    private static List<Integer> found(byte[] text) {
        Stops stops = Stops.of(text);
        List<Integer> places = new ArrayList<>();
        for (int stop = 0; stop < stops.count(); stop++) {
            places.add(stops.place(stop));
        }
        assertThat(stops.place(stops.count())).isEqualTo(text.length);
        return places;
    }

    @Test
    void eightAtATimeFindsWhatOneAtATimeFinds() {
        byte[] alphabet = {' ', ' ', 'C', 'M', 'F', ':', '\n', '\t', 0, 'a', 'b', '!', '~', 127, -1, -4, -5, -11};
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] text = new byte[random.nextInt(40)];
            for (int i = 0; i < text.length; i++) {
                text[i] = random.nextInt(3) > 0 ? (byte) 'a' : alphabet[random.nextInt(alphabet.length)];
            }
            assertThat(found(text)).isEqualTo(expected(text));
        }
    }

    @Test
    void everyCharacterMayBeAStop() {
        for (char c : new char[] {'\n', ' ', ':', 'F'}) {
            byte[] text = new byte[10_000];
            Arrays.fill(text, (byte) c);
            assertThat(found(text)).isEqualTo(expected(text));
        }
    }
}
