package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Sex;
import imr.letter.SummaryScanner.Summary;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryScannerTest {

    private static Summary summary(String text) {
        FlatText flat = Flattener.flatten("CLINICAL CASE SUMMARY\n" + text);
        return SummaryScanner.scan(flat, flat.length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The worker is a 57 year old male, fell off. | 57 | MALE",
                "A 36-year-old female, who fell. | 36 | FEMALE",
                "A 36\u2011year\u2011old female, who fell. | 36 | FEMALE",
                "This case involves a now 45-year-old woman with a history. | 45 | FEMALE",
                "The 48 year old male injured worker fell. | 48 | MALE",
                "She is a(n) 59 year old right-hand-dominant fe male. | 59 | FEMALE",
                "The patient is a female, 52 years of age. | 52 | FEMALE",
                "He is a 61 y/o gentleman. | 61 | MALE",
                "A 61 y.o. man fell. | 61 | MALE",
                "Our claimant is an unrepresented 58-year-old who has a male cousin. | 58 |",
                "A 22 year-old. Female cousins have it too. | 22 |",
                "For 12 years he lifted. Now he is 33 years old. | 33 |",
                "A 5 year old splint broke. | |",
            })
    void ageAndSex(String text, Integer age, Sex sex) {
        assertThat(summary(text).age()).isEqualTo(age);
        assertThat(summary(text).sex()).isEqualTo(sex);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He was injured on 12/8/11. | 2011-12-08",
                "She sustained an industrial injury on 10-13-16 at work. | 2016-10-13",
                "An industrial injury of April 6, 1994 left a scar. | 1994-04-06",
                "with an industrial injury date of 10-28-2016. | 2016-10-28",
                "with a date of injury on 10- 19-2016. | 2016-10-19",
                "a history of an occupational claim from 11/09/2016. | 2016-11-09",
                "DOI: 1/27/2005 | 2005-01-27",
                "an injury that occurred on 3/4/98 | 1998-03-04",
                "The injured worker was seen on 2/3/2015. |",
                "An injury in May 2010 and a scan on 2/3/2015. |",
                "an injury on 13/45/2016 |",
            })
    void injuryDate(String text, LocalDate date) {
        assertThat(summary(text).injuryDate()).isEqualTo(date);
    }

    @Test
    void nothingIsReadWithoutSummary() {
        FlatText flat = Flattener.flatten("A 40 year old man injured on 1/2/2012");

        assertThat(SummaryScanner.scan(flat, flat.length)).isEqualTo(SummaryScanner.NOTHING);
    }
}
