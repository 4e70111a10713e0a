package imr.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationVocabularyTest {

    private static final CitationVocabulary VOCABULARY = CitationVocabulary.bundled();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chronic Pain Medical Treatment 2016 | Chronic Pain Medical Treatment",
                "Chronic Pain 2017 | Chronic Pain",
                "forearm,wrist & hand complaints | forearm,wrist & hand complaints",
                "Stress- Related Conditions, x | Stress- Related Conditions",
                "Chronic Painful |",
                "Toothache 2004 |",
            })
    void longestTitleAtAPlace(String text, String title) {
        int end = VOCABULARY.chapterEnd(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());

        assertThat(end < 0 ? null : text.substring(0, end)).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Topical analgesics, compounded, Summary | Topical analgesics, compounded",
                "Topical analgesics, Summary | Topical analgesics",
                "Electro- diagnostic testing (EMG/NCS) | Electro- diagnostic testing (EMG/NCS)",
                "Inital Care, Summary | Inital Care",
                "Summary of it |",
            })
    void longestSectionBeforeACommaOrTheEnd(String text, String section) {
        int end = VOCABULARY.sectionEnd(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());

        assertThat(end < 0 ? null : text.substring(0, end)).isEqualTo(section);
    }

    @Test
    void everySpellingIsFoundWhole() {
        for (ReferenceTable.Row row :
                ReferenceTable.load("citation-chapters.tsv").rows()) {
            String title = row.get("spelling");
            assertThat(VOCABULARY.chapterEnd(title.getBytes(StandardCharsets.US_ASCII), 0, title.length()))
                    .isEqualTo(title.length());
            assertThat(row.get("provenance")).isNotBlank();
        }
        for (ReferenceTable.Row row :
                ReferenceTable.load("citation-sections.tsv").rows()) {
            String section = row.get("spelling");
            assertThat(VOCABULARY.sectionEnd(section.getBytes(StandardCharsets.US_ASCII), 0, section.length()))
                    .isEqualTo(section.length());
            assertThat(row.get("provenance")).isNotBlank();
        }
    }
}
