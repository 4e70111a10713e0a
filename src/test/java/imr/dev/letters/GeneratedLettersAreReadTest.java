package imr.dev.letters;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Letter;
import imr.avro.LetterFormat;
import imr.avro.LetterWarning;
import imr.avro.PageRange;
import imr.dev.letters.LetterRecord.Arrival;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import imr.letter.ParseResult;
import imr.letter.WarningCode;
import imr.names.Headers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generator and parser were written apart from the same description of the format: each is the other's check. */
class GeneratedLettersAreReadTest {

    @Test
    void everyLetterIsReadAsItsTruthSays() {
        LetterGenerator generator = new LetterGenerator(99);
        for (int i = 0; i < 3000; i++) {
            GeneratedLetter letter = generator.letter(i);

            Determination read = read(letter);

            LetterTruth truth = letter.truth();
            assertThat(facts(read)).as(letter.fileName()).isEqualTo(facts(truth));
            assertThat(items(read)).as(letter.fileName()).isEqualTo(items(truth.items()));
            assertThat(warnings(read)).as(letter.fileName()).isEqualTo(warnings(truth));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V1", "V2", "V4"})
    void lettersOfOtherTimesAreReadAsTheirTruthSays(LetterFormat format) {
        LetterGenerator generator = new LetterGenerator(97, List.of(format));
        for (int i = 0; i < 1000; i++) {
            GeneratedLetter letter = generator.letter(i);

            Determination read = read(letter);

            LetterTruth truth = letter.truth();
            assertThat(facts(read)).as(letter.fileName()).isEqualTo(facts(truth));
            assertThat(items(read)).as(letter.fileName()).isEqualTo(items(truth.items()));
            assertThat(warnings(read)).as(letter.fileName()).isEqualTo(warnings(truth));
        }
    }

    @Test
    void copiesHaveTheSameFingerprintAndAmendmentsAnother() {
        LetterGenerator generator = new LetterGenerator(98);
        for (int i = 0; i < 500; i++) {
            Determination first = read(generator.letter(i, 0, 0));

            assertThat(read(generator.letter(i, 0, 9)).getFingerprint()).isEqualTo(first.getFingerprint());
            assertThat(read(generator.letter(i, 1, 0)).getFingerprint()).isNotEqualTo(first.getFingerprint());
        }
    }

    @Test
    void streamsAreReadAsTheySay() {
        Map<String, Object> latest = new HashMap<>();
        new LetterStream(LetterStream.Plan.ofRecords(4, 3000)).forEachRemaining(record -> {
            ParseResult result = parse(record.text(), record.key(), record.headers());
            LetterTruth truth = record.truth();
            if (truth == null) {
                assertThat(result).isInstanceOf(ParseResult.Rejected.class);
                return;
            }
            Determination read = ((ParseResult.Parsed) result).determination();
            assertThat(read.getLetterId()).isEqualTo(truth.letterId());
            assertThat(items(read)).isEqualTo(items(truth.items()));
            Object former = latest.put(read.getLetterId(), read.getFingerprint());
            assertThat(record.arrival()).isEqualTo(arrival(former, read.getFingerprint()));
        });
    }

    private static List<String> warnings(Determination read) {
        return read.getWarnings().stream().map(LetterWarning::getCode).toList();
    }

    private static List<String> warnings(LetterTruth truth) {
        return truth.items().stream()
                .filter(ItemTruth::rationaleContradicts)
                .map(item -> WarningCode.RATIONALE_CONTRADICTS.name())
                .toList();
    }

    private static Arrival arrival(Object former, Object fingerprint) {
        if (former == null) {
            return Arrival.FIRST;
        }
        return former.equals(fingerprint) ? Arrival.REPEAT : Arrival.AMENDED;
    }

    private static Determination read(GeneratedLetter letter) {
        ParseResult result = parse(letter.text(), letter.key(), letter.headers());
        assertThat(result).as(letter.fileName()).isInstanceOf(ParseResult.Parsed.class);
        return ((ParseResult.Parsed) result).determination();
    }

    private static ParseResult parse(byte[] text, String key, Map<String, String> headers) {
        return LetterParser.parse(
                LetterText.decode(text), new LetterOrigin(key, headers.get(Headers.CLAIMS_ADMINISTRATOR)));
    }

    static List<Object> facts(Determination read) {
        Letter letter = read.getItems().get(0).getLetter();
        return listOf(
                read.getLetterId(),
                letter.getFormat(),
                letter.getCaseNumber(),
                letter.getDateAssigned(),
                letter.getDateOfInjury(),
                letter.getDecisionDate(),
                letter.getUrDenialDate(),
                letter.getPriority(),
                letter.getApplicationReceived(),
                letter.getLicensureStates(),
                letter.getSpecialties(),
                letter.getAge(),
                letter.getSex());
    }

    static List<Object> facts(LetterTruth truth) {
        return listOf(
                truth.letterId(),
                truth.format(),
                truth.caseNumber(),
                truth.dateAssigned(),
                truth.dateOfInjury(),
                truth.decisionDate(),
                truth.urDenialDate(),
                truth.priority(),
                truth.applicationReceived(),
                truth.licensureStates(),
                truth.specialties(),
                truth.age(),
                truth.sex());
    }

    static List<Object> items(Determination read) {
        List<Object> items = new ArrayList<>();
        for (DisputedItem item : read.getItems()) {
            items.add(listOf(
                    item.getPosition(),
                    item.getTreatment(),
                    item.getRequestInDispute(),
                    item.getDecision(),
                    item.getClaimsAdministratorGuideline(),
                    item.getReviewerGuideline(),
                    item.getRationale(),
                    item.getClaimsAdministratorCitations().stream()
                            .map(GeneratedLettersAreReadTest::citation)
                            .toList(),
                    item.getReviewerCitations().stream()
                            .map(GeneratedLettersAreReadTest::citation)
                            .toList()));
        }
        return items;
    }

    static List<Object> items(List<ItemTruth> truth) {
        List<Object> items = new ArrayList<>();
        for (ItemTruth item : truth) {
            items.add(listOf(
                    item.position(),
                    item.treatment(),
                    item.requestInDispute(),
                    item.decision(),
                    item.claimsAdministratorGuideline(),
                    item.reviewerGuideline(),
                    item.rationale(),
                    item.claimsAdministratorCitations().stream()
                            .map(GeneratedLettersAreReadTest::citation)
                            .toList(),
                    item.reviewerCitations().stream()
                            .map(GeneratedLettersAreReadTest::citation)
                            .toList()));
        }
        return items;
    }

    private static List<Object> citation(Citation citation) {
        List<Object> pages = new ArrayList<>();
        for (PageRange range : citation.getPages()) {
            pages.add(List.of(range.getFirst(), range.getLast()));
        }
        return listOf(
                citation.getSource(),
                citation.getChapter(),
                citation.getEdition(),
                citation.getSections(),
                pages,
                citation.getText());
    }

    private static List<Object> citation(CitationTruth citation) {
        return listOf(
                citation.source(),
                citation.chapter(),
                citation.edition(),
                citation.sections(),
                citation.pages().stream()
                        .map(range -> List.<Object>of(range.first(), range.last()))
                        .toList(),
                citation.text());
    }

    private static List<Object> listOf(Object... values) {
        return Arrays.asList(values);
    }
}
