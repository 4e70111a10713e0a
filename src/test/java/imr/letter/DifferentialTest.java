package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Letter;
import imr.dev.letters.LetterGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scanners and the expressions of {@link RegexLetterParser} share no code, and read the same in a letter. */
class DifferentialTest {

    private static final Path LETTERS =
            Path.of(System.getProperty("imr.shared", "../shared")).resolve("letters");

    @Test
    void bothReadGeneratedLettersAlike() {
        LetterGenerator generator = new LetterGenerator(2016);
        for (int i = 0; i < 2_000; i++) {
            String text = LetterText.decode(generator.letter(i).text());

            RegexLetterParser.Read read = RegexLetterParser.parse(text);

            assertThat(read.items()).as("letter %d", i).isNotEmpty();
            assertThat(read).as("letter %d", i).isEqualTo(scanned(text));
            assertThat(RegexLetterParser.items(text))
                    .as("items of letter %d", i)
                    .isEqualTo(printed(read));
        }
    }

    @Test
    @Tag("shared")
    void bothReadRealLettersAlikeWhereBothUnderstandThem() throws IOException {
        int understood = 0;
        int letters = 0;
        for (String layout : List.of("seeds", "real/layout", "real/paragraphs")) {
            try (Stream<Path> files = Files.list(LETTERS.resolve(layout))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                        .sorted()
                        .toList()) {
                    String text = LetterText.decode(Files.readAllBytes(file));
                    RegexLetterParser.Read scanned = scanned(text);
                    RegexLetterParser.Read read = RegexLetterParser.parse(text);
                    letters++;
                    if (read.items().size() == scanned.items().size()) {
                        understood++;
                        String where = layout + ", " + file.getFileName();
                        assertAlike(where + ", facts", read.facts(), scanned.facts());
                        for (int i = 0; i < read.items().size(); i++) {
                            assertAlike(
                                    where + ", item " + (i + 1),
                                    read.items().get(i),
                                    scanned.items().get(i));
                        }
                    }
                }
            }
        }
        assertThat(understood).as("letters of %d that both understand", letters).isGreaterThan(letters / 2);
    }

    /** Compares without white space, and tells nothing of the letter where it fails. */
    private static void assertAlike(String where, Object read, Object scanned) {
        boolean same = dense(read).equals(dense(scanned));
        assertThat(same).as(where).isTrue();
    }

    private static String dense(Object read) {
        return read.toString().replaceAll("\\s", "");
    }

    private static List<RegexLetterParser.Item> printed(RegexLetterParser.Read read) {
        return read.items().stream().map(RegexLetterParser.CitingItem::printed).toList();
    }

    private static RegexLetterParser.Read scanned(String text) {
        Determination determination =
                ((ParseResult.Parsed) LetterParser.parse(text, LetterOrigin.UNKNOWN)).determination();
        return new RegexLetterParser.Read(
                facts(determination.getItems().get(0).getLetter()),
                determination.getItems().stream().map(DifferentialTest::item).toList());
    }

    private static RegexFacts.Facts facts(Letter letter) {
        return new RegexFacts.Facts(
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

    private static RegexLetterParser.CitingItem item(DisputedItem item) {
        return new RegexLetterParser.CitingItem(
                new RegexLetterParser.Item(
                        item.getPosition(),
                        item.getTreatment(),
                        item.getDecision(),
                        item.getClaimsAdministratorGuideline(),
                        item.getReviewerGuideline(),
                        item.getRationale()),
                item.getRequestInDispute(),
                cited(item.getClaimsAdministratorCitations()),
                cited(item.getReviewerCitations()));
    }

    private static List<RegexCitations.Cited> cited(List<Citation> citations) {
        return citations.stream()
                .map(citation -> new RegexCitations.Cited(
                        citation.getSource(),
                        citation.getChapter(),
                        citation.getEdition(),
                        citation.getSections(),
                        citation.getPages(),
                        citation.getText(),
                        citation.getBody()))
                .toList();
    }
}
