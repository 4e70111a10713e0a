package imr.dev.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imr.avro.CitationSource;
import imr.avro.Decision;
import imr.avro.DrugClass;
import imr.avro.LetterFormat;
import imr.avro.ServiceCategory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterGeneratorTest {

    private static final int SEED = 20_170_214;
    private static final List<GeneratedLetter> LETTERS = letters(new LetterGenerator(SEED), 3000);

    private static List<GeneratedLetter> letters(LetterGenerator generator, int count) {
        return IntStream.range(0, count).mapToObj(generator::letter).toList();
    }

    @Test
    void lettersAreTheSameInEveryJvm() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");

        LETTERS.forEach(letter -> {
            digest.update(letter.text());
            digest.update(Manifest.line(letter).getBytes(UTF_8));
        });

        assertThat(HexFormat.of().formatHex(digest.digest()))
                .as("a change here changes every benchmark and stored expectation: do it knowingly")
                .isEqualTo("f142921a218eff33daef9ef14f6133f114136c0963538d67cfc6011369512017");
    }

    @Test
    void aLetterDoesNotDependOnThoseDrawnBefore() {
        LetterGenerator generator = new LetterGenerator(SEED);
        generator.letter(7);

        GeneratedLetter again = generator.letter(42);

        assertThat(again.text()).isEqualTo(LETTERS.get(42).text());
        assertThat(again.truth()).isEqualTo(LETTERS.get(42).truth());
    }

    @Test
    void anotherSeedGivesOtherLetters() {
        assertThat(new LetterGenerator(1).letter(0).text())
                .isNotEqualTo(new LetterGenerator(2).letter(0).text());
    }

    @Test
    void lettersHaveTheSizesOfRealOnes() {
        int[] sizes = LETTERS.stream()
                .mapToInt(letter -> letter.text().length)
                .sorted()
                .toArray();

        assertThat(sizes[sizes.length / 2]).as("median").isBetween(4_000, 6_000);
        assertThat(Arrays.stream(sizes).average().orElse(0)).as("mean").isBetween(4_500.0, 7_000.0);
        assertThat(sizes[sizes.length - 1]).as("longest").isBetween(15_000, 28_000);
    }

    @Test
    void itemsAndOutcomesAreAboutThoseOfThePublishedStatistics() {
        List<ItemTruth> items =
                LETTERS.stream().flatMap(l -> l.truth().items().stream()).toList();

        assertThat(items.size() / (double) LETTERS.size()).as("items a letter").isBetween(1.6, 2.0);
        assertThat(share(items, item -> item.decision() == Decision.OVERTURNED)).isBetween(0.088, 0.127);
        assertThat(share(items, item -> item.drugClass() != null)).isBetween(0.40, 0.50);
        assertThat(share(items, item -> item.drugClass() == DrugClass.OPIOIDS)).isBetween(0.10, 0.18);
        List<ItemTruth> visits = items.stream()
                .filter(item -> item.serviceCategory() == ServiceCategory.EVALUATION_MANAGEMENT)
                .toList();
        assertThat(share(visits, item -> item.decision() == Decision.OVERTURNED))
                .isBetween(0.15, 0.32);
        assertThat(LETTERS.stream()
                        .mapToInt(l -> l.truth().items().size())
                        .max()
                        .orElse(0))
                .isBetween(15, 21);
        assertThat(items).extracting(ItemTruth::serviceCategory).contains(ServiceCategory.values());
    }

    private static double share(List<ItemTruth> items, Predicate<ItemTruth> wanted) {
        return items.stream().filter(wanted).count() / (double) items.size();
    }

    @Test
    void everyOddityOfRealLettersOccurs() {
        assertThat(Oddity.values())
                .allSatisfy(oddity -> assertThat(LETTERS)
                        .as(oddity.name())
                        .anySatisfy(letter ->
                                assertThat(oddity.in(letter, text(letter))).isTrue()));
    }

    @Test
    void nothingIsDecidedAtWeekends() {
        assertThat(LETTERS.stream()
                        .map(letter -> letter.truth().decisionDate())
                        .filter(day -> day != null)
                        .map(day -> day.getDayOfWeek().getValue()))
                .isNotEmpty()
                .allMatch(weekday -> weekday < 6);
    }

    @Test
    void caseNumbersAreTheirOwn() {
        assertThat(LETTERS.stream().map(letter -> letter.truth().letterId())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = LetterFormat.class,
            names = {"UNKNOWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void theTruthStandsInTheLetter(LetterFormat format) {
        LetterGenerator generator = new LetterGenerator(3, List.of(format));
        LongStream.range(0, 300).mapToObj(generator::letter).forEach(letter -> {
            String text = collapsed(text(letter));
            LetterTruth truth = letter.truth();

            assertThat(truth.format()).isEqualTo(format);
            assertThat(printed(truth)).allSatisfy(fact -> assertThat(text).contains(squeezed(fact)));
        });
    }

    private static Stream<String> printed(LetterTruth truth) {
        Stream<String> facts = Stream.concat(truth.licensureStates().stream(), truth.specialties().stream());
        Stream<String> items = truth.items().stream()
                .flatMap(item -> Stream.of(item.treatment(), item.requestInDispute(), item.rationale()));
        return Stream.concat(facts, items);
    }

    @Test
    void aCopySaysTheSameInOtherLines() {
        LetterGenerator generator = new LetterGenerator(SEED);
        int others = 0;
        for (int i = 0; i < 200; i++) {
            GeneratedLetter letter = generator.letter(i, 0, 0);
            GeneratedLetter copy = generator.letter(i, 0, 5);

            assertThat(collapsed(text(copy))).isEqualTo(collapsed(text(letter)));
            assertThat(copy.headers()).isEqualTo(letter.headers());
            assertThat(copy.truth()).isEqualTo(letter.truth());
            others += Arrays.equals(copy.text(), letter.text()) ? 0 : 1;
        }
        assertThat(others).isGreaterThan(150);
    }

    @Test
    void anAmendedLetterSaysSomethingElseOfTheSameCase() {
        LetterGenerator generator = new LetterGenerator(SEED);
        for (int i = 0; i < 300; i++) {
            GeneratedLetter letter = generator.letter(i, 1, 0);
            GeneratedLetter amended = generator.letter(i, 2, 0);

            assertThat(amended.key()).isEqualTo(letter.key());
            assertThat(amended.truth().letterId()).isEqualTo(letter.truth().letterId());
            assertThat(amended.headers().equals(letter.headers())
                            && collapsed(text(amended)).equals(collapsed(text(letter))))
                    .isFalse();
        }
    }

    @Test
    void refusesFormatsItDoesNotKnow() {
        assertThatThrownBy(() -> new LetterGenerator(1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LetterGenerator(1, List.of(LetterFormat.UNKNOWN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(GeneratedLetter letter) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(letter.text())).toString();
        } catch (CharacterCodingException e) {
            return new String(letter.text(), Charset.forName("windows-1252"));
        }
    }

    /** Without white space, footers and byte order mark, all of which depend on the layout. */
    private static String collapsed(String text) {
        return squeezed(text.replaceAll("Final Determination Letter for IMR Case Number \\S+ +\\d+", ""));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\uFEFF]+", "");
    }

    /** What a reader of real letters has to get along with. */
    @SuppressWarnings("ImmutableEnumChecker") // The predicates hold no state.
    private enum Oddity {
        BLANK_LINE_AFTER_EVERY_LINE((letter, text) -> text.contains("He/she has no \n\n")),
        LINES_OF_ONE_SPACE((letter, text) -> text.contains("\n \n")),
        WINDOWS_LINE_ENDS((letter, text) -> text.contains("\r\n")),
        WINDOWS_1252((letter, text) -> text.indexOf('\u2019') >= 0 && !isUtf8(letter)),
        CURLY_QUOTES((letter, text) -> text.indexOf('\u201C') >= 0),
        BYTE_ORDER_MARK((letter, text) -> text.startsWith("\uFEFF")),
        PAGE_BREAK_IN_RATIONALE((letter, text) -> text.matches("(?s).*Decision rationale: [^:]*[a-z]\n\f[a-z].*")),
        PAGE_BREAK_IN_LABEL((letter, text) -> text.matches("(?s).*\n\n[^\n]*\n\f[^\n]*: (Upheld|Overturned)\n.*")),
        PAGE_BREAK_RIGHT_BEFORE_LABEL((letter, text) -> text.matches("(?s).*\\.\n\f[^\n]*: (Upheld|Overturned)\n.*")),
        FOOTER((letter, text) -> text.contains("Final Determination Letter for IMR Case Number CM")),
        DECISION_ALONE((letter, text) -> text.contains(":\nUpheld\n")),
        DECISION_AND_FIELD_ON_ONE_LINE((letter, text) -> text.contains("Upheld Claims Administrator guideline:")),
        RATIONALE_IN_MIDDLE_OF_LINE((letter, text) -> text.contains(". Decision rationale: ")),
        TWO_SPACES_BEFORE_DECISION((letter, text) -> text.contains(":  Upheld")),
        WORD_BROKEN_AT_HYPHEN((letter, text) -> text.matches("(?s).*[a-z]-\n[a-z].*")),
        HEADER_DATE_ON_SECOND_LINE((letter, text) -> text.matches("(?s).* Application\n +Received: +\\d.*")),
        HEADER_LABELS_FIRST((letter, text) -> text.contains("Application\nReceived:\nCM")),
        GLUED_STATES((letter, text) -> text.contains("California,T")),
        DAMAGED_SPECIALTY((letter, text) -> letter.truth().specialties().contains("Sports Medicinea")),
        SEX_UNSTATED((letter, text) -> letter.truth().sex() == null),
        DOCUMENT_ID_AS_KEY((letter, text) -> !letter.key().startsWith("CM")),
        COLON_IN_LABEL((letter, text) -> anyItem(letter, i -> i.treatment().contains("service: Pre-op labs: "))),
        PARENTHESES_IN_LABEL(
                (letter, text) -> anyItem(letter, i -> i.treatment().contains("("))),
        LONG_LABEL((letter, text) -> anyItem(letter, i -> i.treatment().length() > 400)),
        RETROSPECTIVE((letter, text) -> anyItem(letter, i -> i.treatment().startsWith("Retrospective"))),
        PARTLY_AUTHORIZED((letter, text) -> anyItem(
                letter,
                i -> i.treatment().contains("remaining IMR eligible")
                        && i.treatment().endsWith(" is"))),
        LEFT_ELIGIBLE((letter, text) -> anyItem(letter, i -> i.treatment().contains("leaving the original request"))),
        SEVERAL_CITATIONS(
                (letter, text) -> anyItem(letter, i -> i.reviewerCitations().size() > 2)),
        NO_CITATION((letter, text) -> cites(letter, CitationSource.NONE)),
        OUTSIDE_OF_SCHEDULE((letter, text) -> cites(letter, CitationSource.OUTSIDE_MTUS)),
        OLDER_WORDING((letter, text) -> text.contains("did not base their decision on the MTUS")),
        NON_MTUS_MISSPELT((letter, text) -> text.contains("Non -MTUS") || text.contains("NonMTUS")),
        YEAR_BROKEN((letter, text) -> text.contains(" 201 6") || text.contains(" 200 4")),
        PAGE_AS_SECTION((letter, text) -> text.contains("Section(s): 326")),
        PAGE_LIST((letter, text) -> text.contains("Page(s): 76-78, 88-89")),
        OTHER_PAGE_LABELS((letter, text) -> text.contains(", pg ")),
        SECTION_MISSPELT((letter, text) -> text.contains("Inital Care")),
        RATIONALE_CONTRADICTS((letter, text) -> anyItem(
                letter,
                i -> i.decision() == Decision.UPHELD && i.rationale().endsWith("therefore medically necessary."))),
        ADMINISTRATOR_KNOWN((letter, text) -> letter.headers().containsKey("imr-claims-administrator")),
        DECISION_DATE_KNOWN((letter, text) -> letter.headers().containsKey("imr-decision-date"));

        private final BiPredicate<GeneratedLetter, String> occurs;

        Oddity(BiPredicate<GeneratedLetter, String> occurs) {
            this.occurs = occurs;
        }

        boolean in(GeneratedLetter letter, String text) {
            return occurs.test(letter, text);
        }

        private static boolean anyItem(GeneratedLetter letter, Predicate<ItemTruth> wanted) {
            return letter.truth().items().stream().anyMatch(wanted);
        }

        private static boolean cites(GeneratedLetter letter, CitationSource source) {
            return anyItem(letter, i -> i.claimsAdministratorCitations().get(0).source() == source);
        }

        private static boolean isUtf8(GeneratedLetter letter) {
            try {
                UTF_8.newDecoder().decode(ByteBuffer.wrap(letter.text()));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }
}
