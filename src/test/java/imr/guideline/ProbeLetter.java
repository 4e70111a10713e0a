package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.DisputedItem;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import imr.letter.ParseResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A letter of one item around a request or a citation, so that both are read as they are in a letter. */
final class ProbeLetter {
    private static final String HEADER = """
            Case Number:          CM16-0000001
            Date Assigned:        12/20/2016
            Date of Injury:       10/03/2014
            Decision Date:        01/18/2017
            UR Denial Date:       11/18/2016
            Priority:             Standard
            Application Received: 12/06/2016

            """;
    private static final String BODY = """
                     HOW THE IMR FINAL DETERMINATION WAS MADE
            MAXIMUS Federal Services sent the complete case file to an expert reviewer.

            The Expert Reviewer has the following credentials:
            State(s) of Licensure: California
            Certification(s)/Specialty: Family Practice

                              CLINICAL CASE SUMMARY
            The injured worker is a 41 year old female.

                       IMR ISSUES, DECISIONS AND RATIONALES
            The Final Determination was based on decisions for the disputed items/services set forth below:

            %s: Upheld

            Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

            MAXIMUS guideline: %s

            Decision rationale: The records don't say what was gained. It is not medically necessary.
            """;

    private ProbeLetter() {}

    static DisputedItem request(Enricher enricher, String request) {
        return read(
                enricher, HEADER, request, "The Expert Reviewer did not cite any medical evidence for its decision.");
    }

    /** Letters of the layout V3A print no case header, others do. */
    static DisputedItem citation(Enricher enricher, String format, String citation) {
        return read(enricher, format.equals("V3A") ? "" : HEADER, "Physical therapy, 8 visits", citation);
    }

    private static DisputedItem read(Enricher enricher, String header, String request, String citation) {
        String letter = header + BODY.formatted(request, citation);
        ParseResult result =
                LetterParser.parse(LetterText.decode(letter.getBytes(StandardCharsets.UTF_8)), LetterOrigin.UNKNOWN);
        assertThat(result).as(request).isInstanceOf(ParseResult.Parsed.class);
        List<DisputedItem> items =
                enricher.enrich(((ParseResult.Parsed) result).determination()).getItems();
        assertThat(items).as(request).hasSize(1);
        return items.get(0);
    }
}
