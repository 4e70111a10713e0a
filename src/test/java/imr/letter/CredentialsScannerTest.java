package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Letter;
import imr.avro.LetterFormat;
import org.junit.jupiter.api.Test;

class CredentialsScannerTest {

    private static Letter letter(String text) {
        FlatText flat = Flattener.flatten(text);
        return LetterFacts.read(flat, Mark.findAll(flat), LetterFormat.V3B, LetterOrigin.UNKNOWN, new Warnings());
    }

    @Test
    void listsMayLackSpacesAndWrap() {
        Letter letter = letter("""
                State(s) of Licensure: California,North Carolina, New
                York
                Certification(s)/Specialty: Physical Medicine & Rehabilitation,
                Pain Management

                CLINICAL CASE SUMMARY
                He is well.""");

        assertThat(letter.getLicensureStates()).containsExactly("California", "North Carolina", "New York");
        assertThat(letter.getSpecialties()).containsExactly("Physical Medicine & Rehabilitation", "Pain Management");
    }

    @Test
    void labelMayHoldLigature() {
        Letter letter = letter("Certi\uFB01cation(s)/Specialty: Surgery\nCLINICAL CASE SUMMARY");

        assertThat(letter.getSpecialties()).containsExactly("Surgery");
    }

    @Test
    void withoutHeadingTheListEndsWithItsLine() {
        Letter letter = letter("Certification(s)/Specialty: Surgery\n" + "He is well. ".repeat(100));

        assertThat(letter.getLicensureStates()).isEmpty();
        assertThat(letter.getSpecialties()).containsExactly("Surgery");
    }
}
