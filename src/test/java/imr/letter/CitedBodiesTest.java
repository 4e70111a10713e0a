package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.CitedBody;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitedBodiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Official Disability Guidelines (ODG), Hip chapter | ODG",
                "Official Disability Guideline, Hip | ODG",
                "O fficial Disability Guide lines, Hip | ODG",
                "ODG, Ankle: Bracing | ODG",
                "ODG-TWC, http://www.odg-twc.com/index.html | ODG",
                "http://www.odg-twc.com | ODG",
                "Work Loss Data Institute, Elbow | ODG",
                "ACOEM Practice Guidelines, 3rd ed., Hip, pg 12 | ACOEM",
                "American College of Occupational and Environmental Medicine, Elbow | ACOEM",
                "ACOEM 2011 and ODG, Eye chapter | ACOEM",
                "www.uptodate.com/contents/gout | UPTODATE",
                "UpToDate: Treatment of gout | UPTODATE",
                "The most up to date review of bracing | OTHER",
                "Journal of Hand Therapy 2012; 4: 1-9 | JOURNAL",
                "Doe J, et al. Splints after surgery. 2010 | JOURNAL",
                "N Engl J Med 2009; 1: 2 | JOURNAL",
                "http://www.ncbi.nlm.nih.gov/pubmed/1234 | JOURNAL",
                "http://www.aetna.com/cpb/medical/data/1.html | WEB",
                "https://medlineplus.gov/gout | WEB",
                "drugs.com, Zofran | WEB",
                "Compost. Orgone | OTHER",
                "Textbook of Hand Surgery, 2nd ed. | OTHER",
                "Goodman and Gilman, Pharmacology | OTHER",
                "Prodgers, A. Bracing | OTHER",
            })
    void bodyBehindACitation(String text, CitedBody body) {
        FlatText flat = Flattener.flatten(text);

        assertThat(CitedBodies.of(flat, 0, flat.length)).isEqualTo(body);
    }

    @Test
    void onlySourcesOutsideOfTheScheduleHaveOne() {
        FlatText flat = Flattener.flatten(
                "Decision based on MTUS Elbow Complaints 2007."
                        + " Decision based on Non-MTUS Citation ODG, Elbow. The Expert Reviewer did not cite any medical evidence.");

        List<Citation> citations = new CitationParser(flat, new Warnings()).parse(new FoundItem.Range(0, flat.length));

        assertThat(citations).extracting(Citation::getBody).containsExactly(null, CitedBody.ODG, null);
    }
}
