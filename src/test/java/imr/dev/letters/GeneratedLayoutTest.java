package imr.dev.letters;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Determination;
import imr.avro.LetterFormat;
import imr.letter.Extractor;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import imr.letter.ParseResult;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A generated letter has the items of its truth, however it is set, paged and encoded. */
class GeneratedLayoutTest {

    private static final int LETTERS = 250;
    private static final long SEED = 31;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String FOOTER = "Final Determination Letter for IMR Case Number CM16-0000000  3";

    private enum Change {
        NONE((text, random) -> text),
        CARRIAGE_RETURNS_AND_LINE_FEEDS((text, random) -> text.replace("\n", "\r\n")),
        CARRIAGE_RETURNS((text, random) -> text.replace('\n', '\r')),
        BLANK_LINES_DOUBLED((text, random) -> text.replace("\n\n", "\n\n\n\n")),
        BLANK_LINE_AFTER_EVERY_LINE((text, random) -> text.replace("\n", "\n\n")),
        NO_BLANK_LINES((text, random) -> text.replaceAll("\n\\s*\n", "\n")),
        PAGE_BREAKS_AS_BLANK_LINES((text, random) -> text.replace("\f", "\n\n")),
        PAGE_BREAKS_LOST((text, random) -> text.replace("\f", "")),
        FOOTERS_BEFORE_PAGE_BREAKS((text, random) -> text.replace("\f", "\n" + FOOTER + "\n\f")),
        HEADERS_AFTER_PAGE_BREAKS((text, random) -> text.replace("\f", "\f" + FOOTER + "\n\n")),
        FOOTERS_FOR_PAGE_BREAKS((text, random) -> text.replace("\f", "\n\n" + FOOTER + "\n\n")),
        PAGES_OF_PAGES((text, random) -> text.replace("\f", "\n   Page 3 of 7\n\f")),
        PAGE_NUMBERS((text, random) -> text.replace("\f", "\n                  3\n\f")),
        INDENTED_WITH_TABS((text, random) -> text.replace("\n", "\n\t\t")),
        TABS_FOR_SPACES((text, random) -> text.replace(' ', '\t')),
        NO_BREAK_SPACES((text, random) -> text.replace(' ', '\u00A0')),
        TRAILING_SPACES((text, random) -> text.replace("\n", " ".repeat(random.nextInt(4)) + "\n")),
        BYTE_ORDER_MARK((text, random) -> "\uFEFF" + text),
        CURLY_QUOTES((text, random) -> curly(text));

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        final BiFunction<String, Random, String> apply;

        Change(BiFunction<String, Random, String> apply) {
            this.apply = apply;
        }
    }

    private static final Set<Change> WITH_ANY_SPACING = EnumSet.of(
            Change.NONE,
            Change.CARRIAGE_RETURNS_AND_LINE_FEEDS,
            Change.CARRIAGE_RETURNS,
            Change.TABS_FOR_SPACES,
            Change.NO_BREAK_SPACES,
            Change.BYTE_ORDER_MARK,
            Change.CURLY_QUOTES);

    @TestFactory
    Stream<DynamicTest> sameItemsInAnyLayout() {
        return Stream.of(Change.values()).map(change -> DynamicTest.dynamicTest(change.name(), () -> holds(change)));
    }

    /** Every format as every extractor prints it, the facts of its header among what is compared. */
    @TestFactory
    Stream<DynamicTest> sameLetterFromAnyExtractor() {
        return Stream.of(LetterFormat.V1, LetterFormat.V2, LetterFormat.V3A, LetterFormat.V3B, LetterFormat.V4)
                .flatMap(format -> Stream.of(Extractor.values())
                        .map(extractor ->
                                DynamicTest.dynamicTest(format + " " + extractor, () -> holds(extractor, format))));
    }

    private static void holds(Extractor extractor, LetterFormat format) {
        CaseWriter cases = new CaseWriter(SEED, List.of(format));
        Random random = new Random(SEED);
        for (int i = 0; i < LETTERS; i++) {
            CaseFile file = cases.write(i);
            Layout layout = layout(random, false, 60 + random.nextInt(50), 20 + random.nextInt(40));
            String text = extractor.print(Typesetter.set(LetterComposer.compose(file), layout), random);
            LetterTruth truth = TruthWriter.of(file);

            ParseResult result = LetterParser.parse(text, new LetterOrigin(file.key(), null));

            assertThat(result).as("letter %d", i).isInstanceOf(ParseResult.Parsed.class);
            Determination read = ((ParseResult.Parsed) result).determination();
            assertThat(GeneratedLettersAreReadTest.items(read).toString())
                    .as("letter %d in %s", i, layout)
                    .isEqualTo(GeneratedLettersAreReadTest.items(truth.items()).toString());
            assertThat(GeneratedLettersAreReadTest.facts(read))
                    .as("letter %d in %s", i, layout)
                    .isEqualTo(GeneratedLettersAreReadTest.facts(truth));
        }
    }

    private static void holds(Change change) {
        CaseWriter cases = new CaseWriter(SEED, LetterGenerator.USUAL_FORMATS);
        Random random = new Random(SEED);
        for (int i = 0; i < LETTERS; i++) {
            CaseFile file = cases.write(i);
            Layout layout = layout(change, random);
            String text = change.apply.apply(Typesetter.set(LetterComposer.compose(file), layout), random);
            String expected = GeneratedLettersAreReadTest.items(
                            TruthWriter.of(file).items())
                    .toString();

            for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS)) {
                if (charset.newEncoder().canEncode(text)) {
                    assertThat(read(text.getBytes(charset), file.key()))
                            .as("letter %d in %s as %s", i, layout, charset)
                            .isEqualTo(change == Change.CURLY_QUOTES ? curly(expected) : expected);
                }
            }
        }
    }

    /** Lines and pages of any length; a blank line after every line where the change doesn't ask for another spacing. */
    private static Layout layout(Change change, Random random) {
        boolean spaced = WITH_ANY_SPACING.contains(change) && random.nextBoolean();
        return layout(random, spaced, 45 + random.nextInt(100), 12 + random.nextInt(60));
    }

    private static Layout layout(Random random, boolean spaced, int width, int pageLines) {
        return new Layout(
                spaced,
                width,
                pageLines,
                "\n",
                random.nextBoolean(),
                random.nextInt(10) == 0,
                random.nextInt(5) == 0,
                random.nextInt(10) == 0,
                random.nextInt(10) == 0,
                null);
    }

    private static String read(byte[] letter, String key) {
        ParseResult result = LetterParser.parse(LetterText.decode(letter), new LetterOrigin(key, null));
        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        return GeneratedLettersAreReadTest.items(((ParseResult.Parsed) result).determination())
                .toString();
    }

    private static String curly(String text) {
        return text.replace('\'', '\u2019').replace('"', '\u201D');
    }
}
