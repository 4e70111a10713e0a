package imr.letter;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole parser on any bytes. An ordinary run reads the kept corpus, {@code LetterFuzzTestInputs}; with
 * {@code JAZZER_FUZZ=1} new inputs are made up, and one that fails is added to it.
 */
class LetterFuzzTest {

    @MethodSource("fixtures")
    @FuzzTest
    @DictionaryFile(resourcePath = "/fuzz/letters.dict")
    void anyBytes(byte[] letter) {
        Invariants.ofLetter(LetterText.decode(letter));
    }

    static Stream<Arguments> fixtures() {
        return Fixtures.letters().stream().map(file -> Arguments.of((Object) Fixtures.bytes(file)));
    }
}
