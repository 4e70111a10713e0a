package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Letter;
import imr.avro.LetterFormat;
import imr.reference.ReferenceTable;
import imr.reference.Specialties;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    static List<ReferenceTable.Row> specialties() {
        return ReferenceTable.load("specialties.tsv").rows();
    }

    @ParameterizedTest
    @MethodSource("specialties")
    void everySpecialtyIsReadFromItsExample(ReferenceTable.Row row) {
        Letter letter =
                letter("State(s) of Licensure: California\n" + row.get("example") + "\n\nCLINICAL CASE SUMMARY");

        assertThat(row.get("provenance")).isNotBlank();
        assertThat(letter.getSpecialties())
                .isNotEmpty()
                .first()
                .satisfies(printed -> assertThat(Specialties.normalise(printed)).isEqualTo(row.get("name")));
        assertThat(letter.getSpecialties()).extracting(Specialties::normalise).doesNotContainNull();
    }

    static List<ReferenceTable.Row> states() {
        return ReferenceTable.load("licensure-states.tsv").rows();
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateIsReadFromItsExample(ReferenceTable.Row row) {
        Letter letter = letter(row.get("example") + "\nCertification(s)/Specialty: Surgery\n\nCLINICAL CASE SUMMARY");

        assertThat(letter.getLicensureStates()).containsExactly(row.get("name"));
    }
}
