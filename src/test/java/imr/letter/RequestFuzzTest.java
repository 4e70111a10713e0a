package imr.letter;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes as the label of an item. An ordinary run reads the kept corpus, {@code RequestFuzzTestInputs}; with
 * {@code JAZZER_FUZZ=1} new inputs are made up, and one that fails is added to it.
 */
class RequestFuzzTest {

    @FuzzTest
    @DictionaryFile(resourcePath = "/fuzz/letters.dict")
    void anyLabel(byte[] label) {
        Invariants.ofLetter("IMR ISSUES, DECISIONS AND RATIONALES\n\n" + LetterText.decode(label)
                + ": Upheld\nClaims Administrator guideline: none\nDecision rationale: None.");
    }
}
