package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LetterTextTest {

    @Test
    void validUtf8IsUtf8() {
        byte[] letter = "heat at 40° – “once”".getBytes(StandardCharsets.UTF_8);

        assertThat(LetterText.decode(letter)).isEqualTo("heat at 40° – “once”");
    }

    @Test
    void anythingElseIsWindows1252() {
        byte[] letter = "heat at 40° – “once”".getBytes(Charset.forName("windows-1252"));

        assertThat(LetterText.decode(letter)).isEqualTo("heat at 40° – “once”");
    }

    @Test
    void byteOrderMarkIsDropped() {
        byte[] letter = "\uFEFFA".getBytes(StandardCharsets.UTF_8);

        assertThat(LetterText.decode(letter)).isEqualTo("A");
    }

    @Test
    void everyByteDecodes() {
        byte[] letter = new byte[256];
        for (int i = 0; i < letter.length; i++) {
            letter[i] = (byte) i;
        }

        assertThat(LetterText.decode(letter)).hasSize(256);
        assertThat(LetterText.decode(new byte[0])).isEmpty();
    }
}
