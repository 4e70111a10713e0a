package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationParserTest {

    private static List<Citation> citations(String line) {
        FlatText flat = Flattener.flatten(line);
        return new CitationParser(flat, new Warnings()).parse(new FoundItem.Range(0, flat.length));
    }

    private static String summary(String line) {
        return citations(line).stream().map(CitationParserTest::summary).collect(Collectors.joining(" + "));
    }

    private static String summary(Citation citation) {
        String pages = citation.getPages().stream()
                .map(page -> page.getFirst() + "-" + page.getLast())
                .collect(Collectors.joining(","));
        return citation.getSource()
                + (citation.getChapter() == null ? "" : " " + citation.getChapter())
                + (citation.getEdition() == null ? "" : " " + citation.getEdition())
                + (citation.getSections().isEmpty() ? "" : " {" + String.join("} {", citation.getSections()) + "}")
                + (pages.isEmpty() ? "" : " " + pages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MTUS Chronic Pain Treatment Guidelines Opioids, On-Going Management Page(s): 61, 79.| MTUS Chronic Pain Treatment Guidelines {Opioids, On-Going Management} 61-61,79-79",
                "MTUS Chronic Pain Treatment Guidelines criteria for use of opioids Page(s): 75-77, 90-91.| MTUS Chronic Pain Treatment Guidelines {criteria for use of opioids} 75-77,90-91",
                "MTUS Chronic Pain Treatment Guidelines 7) When to Continue Opioids Page(s): 82.| MTUS Chronic Pain Treatment Guidelines {7) When to Continue Opioids} 82-82",
                "MTUS Chronic Pain Treatment Guidelines Opioids, page(s) 74-96.| MTUS Chronic Pain Treatment Guidelines {Opioids} 74-96",
                "MTUS Chronic Pain Treatment Guidelines Muscle relaxants, pg 128.| MTUS Chronic Pain Treatment Guidelines {Muscle relaxants} 128-128",
                "MTUS ACOEM Practice Guidelines, Chapter 12 Low Back Complaints Page(s): 303-5.| MTUS Low Back Complaints 303-305",
                "MTUS ACOEM Chapter 9 Shoulder Complaints, Chapter 12 Low Back Complaints.| MTUS Shoulder Complaints + MTUS Low Back Complaints",
                "MTUS Neck Complaints Page(s): 178, Chronic Pain Treatment Guidelines Page(s): 46.| MTUS Neck Complaints 178-178 + MTUS Chronic Pain Treatment Guidelines 46-46",
                "MTUS Low Back Complaints, Postsurgical Treatment Guidelines.| MTUS Low Back Complaints + MTUS Postsurgical Treatment Guidelines",
                "MTUS Low Back Complaints 2004.| MTUS Low Back Complaints 2004",
                "MTUS Elbow Complaints 200 7, Section(s): 326.| MTUS Elbow Complaints 2007 326-326",
                "MTUS Knee Complaints 2004, Section(s): Summary, and Chronic Pain Medical Treatment 2016, Section(s): Facet blocks.| MTUS Knee Complaints 2004 {Summary} + MTUS Chronic Pain Medical Treatment 2016 {Facet blocks}",
                "MTUS Forearm, Wrist, and Hand Complaints 2004, and Shoulder Complaints 2004.| MTUS Forearm, Wrist, and Hand Complaints 2004 + MTUS Shoulder Complaints 2004",
                "MTUS Chronic Pain 2017, Section(s): CRPS, diagnostic tests, NSAIDs, GI symptoms & cardiovascular risk, Office visits.| MTUS Chronic Pain 2017 {CRPS, diagnostic tests} {NSAIDs, GI symptoms & cardiovascular risk} {Office visits}",
                "MTUS Opioid Treatment 2016, Section(s): 2. Opioids, subacute, 3.3.1 Opioids: Risk, Prior to Use, 4.1 Tapering.| MTUS Opioid Treatment 2016 {2. Opioids, subacute} {3.3.1 Opioids: Risk, Prior to Use} {4.1 Tapering}",
                "MTUS Jaw Disorders 2021, Section(s): Bite, hard, Chewing (gum, toffee), and Tooth Disorders 2022.| MTUS Jaw Disorders 2021 {Bite, hard} {Chewing (gum, toffee)} + MTUS Tooth Disorders 2022",
                "MTUS.| MTUS",
                "Non-MTUS Citation Official Disability Guidelines (ODG), Low Back.| NON_MTUS",
                "Non -MTUS Citation ODG.| NON_MTUS",
                "NonMTUS Citation ODG.| NON_MTUS",
            })
    void whatADecisionIsBasedOn(String body, String expected) {
        assertThat(summary("Decision based on " + body)).isEqualTo(expected);
    }

    /** The same pages and sections in the ways that people and extractors have of printing them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Opioids Page(s): 63, 78 and 80. | {Opioids} 63-63,78-78,80-80",
                "Opioids Page(s) 74, 76. | {Opioids} 74-74,76-76",
                "Opioids, page 74. | {Opioids} 74-74",
                "Opioids, pages 74 - 80. | {Opioids} 74-80",
                "Opioids, p. 74. | {Opioids} 74-74",
                "Opioids, pp. 74-76. | {Opioids} 74-76",
                "Opioids, pg. 74. | {Opioids} 74-74",
                "Opioids, page 74, Opioids, page 80. | {Opioids} {Opioids} 74-74,80-80",
                ", Section( s): Opioids. | {Opioids}",
                ", Sections: Opioids. | {Opioids}",
                ", Section(s): 93, 94-95. | 93-93,94-95",
                ", Section(s): Naproxen (Naprosyn, EC-Naprosyn, Anaprox). | {Naproxen (Naprosyn, EC-Naprosyn, Anaprox)}",
            })
    void pagesAndSections(String details, String expected) {
        assertThat(summary("Decision based on MTUS Chronic Pain Treatment Guidelines" + spaced(details)))
                .isEqualTo("MTUS Chronic Pain Treatment Guidelines " + expected);
    }

    private static String spaced(String details) {
        return details.startsWith(",") ? details : " " + details;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Claims Administrator did not cite any medical evidence for its decision. | NONE",
                "The Expert Reviewer did not cite any medical evidence for its decision. | NONE",
                "The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. | OUTSIDE_MTUS",
                "The Expert Reviewer did not base their decision on the MTUS. | OUTSIDE_MTUS",
                "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ODG. | OUTSIDE_MTUS + NON_MTUS",
                "Decision based on MTUS Knee Complaints 2004. Decision based on Non-MTUS Citation ODG, Knee. | MTUS Knee Complaints 2004 + NON_MTUS",
            })
    void statements(String line, String expected) {
        assertThat(summary(line)).isEqualTo(expected);
    }

    @Test
    void textAndSpanCoverTheCitation() {
        String line =
                "Decision based on MTUS Knee  Complaints 2004,\nSection(s): Summary, and Shoulder Complaints 2004. "
                        + "Decision based on Non-MTUS Citation Smith: Knees, 2nd ed., p. 5.";

        List<Citation> citations = citations(line);

        assertThat(citations)
                .extracting(Citation::getText)
                .containsExactly(
                        "Knee Complaints 2004, Section(s): Summary",
                        "Shoulder Complaints 2004",
                        "Smith: Knees, 2nd ed., p. 5");
        assertThat(citations)
                .extracting(citation -> line.substring(
                        citation.getSpan().getStart(), citation.getSpan().getEnd()))
                .containsExactly(
                        "Knee  Complaints 2004,\nSection(s): Summary",
                        "Shoulder Complaints 2004",
                        "Smith: Knees, 2nd ed., p. 5");
    }

    @Test
    void whatFollowsNoKnownWordingIsWarnedOf() {
        FlatText flat = Flattener.flatten("See above. Decision based on ODG. The Expert Reviewer agrees.");
        Warnings warnings = new Warnings();

        List<Citation> citations = new CitationParser(flat, warnings).parse(new FoundItem.Range(0, flat.length));

        assertThat(citations).hasSize(1);
        assertThat(warnings.inOrder(flat)).hasSize(3);
    }
}
