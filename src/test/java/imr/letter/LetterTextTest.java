package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
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

    /** The platform's own decoders are the reference. */
    @Test
    void decodesAsThePlatformDoes() {
        byte[] alphabet = {
            'a',
            ' ',
            '\n',
            -1,
            -2,
            (byte) 0xC0,
            (byte) 0xC2,
            (byte) 0xC3,
            (byte) 0xDF,
            (byte) 0xE0,
            (byte) 0xE2,
            (byte) 0xED,
            (byte) 0xEF,
            (byte) 0xF0,
            (byte) 0xF4,
            (byte) 0x80,
            (byte) 0x8F,
            (byte) 0x90,
            (byte) 0x9F,
            (byte) 0xA0,
            (byte) 0xBB,
            (byte) 0xBF
        };
        Random random = new Random(17);
        int valid = 0;
        for (int round = 0; round < 200_000; round++) {
            byte[] letter = new byte[random.nextInt(12)];
            for (int i = 0; i < letter.length; i++) {
                letter[i] = alphabet[random.nextInt(alphabet.length)];
            }
            String utf8 = platformUtf8(letter);
            if (utf8 != null) {
                valid++;
                assertThat(LetterText.decode(letter)).isEqualTo(utf8.startsWith("\uFEFF") ? utf8.substring(1) : utf8);
            } else if (platformUtf8(withoutEnd(letter)) == null) {
                assertThat(LetterText.decode(letter)).isEqualTo(new String(letter, Charset.forName("windows-1252")));
            }
        }
        assertThat(valid).isGreaterThan(20_000);
    }

    @Test
    void charactersBeyondTheBasicPlaneAreTwo() {
        byte[] letter = "a\uD83D\uDE00\u00E9 b".getBytes(StandardCharsets.UTF_8);

        assertThat(LetterText.decode(letter)).isEqualTo("a\uD83D\uDE00\u00E9 b");
        assertThat(CodedText.of(letter).charAt(3)).isEqualTo('\u00E9');
    }

    /** Without up to three bytes that may begin a character. */
    private static byte[] withoutEnd(byte[] letter) {
        return Arrays.copyOf(letter, letter.length - WideDecoder.unfinishedBytes(letter));
    }

    private static @Nullable String platformUtf8(byte[] letter) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(letter))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
