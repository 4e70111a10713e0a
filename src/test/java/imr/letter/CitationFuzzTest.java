package imr.letter;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * The citation grammar on any bytes. An ordinary run reads the kept corpus, {@code CitationFuzzTestInputs}; with
 * {@code JAZZER_FUZZ=1} new inputs are made up, and one that fails is added to it.
 */
class CitationFuzzTest {

    @FuzzTest
    @DictionaryFile(resourcePath = "/fuzz/letters.dict")
    void anyGuidelineLine(byte[] line) {
        Invariants.ofGuidelineLine(LetterText.decode(line));
    }
}
