package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.letter.CredentialsScanner.Credentials;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialsScannerTest {

    private static Credentials credentials(String text) {
        FlatText flat = Flattener.flatten(text);
        return CredentialsScanner.scan(flat, Mark.findAll(flat));
    }

    @Test
    void listsMayLackSpacesAndWrap() {
        Credentials credentials = credentials("""
                State(s) of Licensure: California,North Carolina, New
                York
                Certification(s)/Specialty: Physical Medicine & Rehabilitation,
                Pain Management

                CLINICAL CASE SUMMARY
                He is well.""");

        assertThat(credentials.licensureStates()).containsExactly("California", "North Carolina", "New York");
        assertThat(credentials.specialties()).containsExactly("Physical Medicine & Rehabilitation", "Pain Management");
    }

    @Test
    void labelMayHoldLigature() {
        Credentials credentials = credentials("Certi\uFB01cation(s)/Specialty: Surgery\nCLINICAL CASE SUMMARY");

        assertThat(credentials.specialties()).containsExactly("Surgery");
    }

    @Test
    void withoutHeadingTheListEndsWithItsLine() {
        Credentials credentials = credentials("Certification(s)/Specialty: Surgery\n" + "He is well. ".repeat(100));

        assertThat(credentials).isEqualTo(new Credentials(List.of(), List.of("Surgery")));
    }
}
