package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Citation;
import imr.avro.DisputedItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same letter laid out otherwise has the same items. */
class LetterLayoutTest {

    private static final int SEEDS = 5;

    private enum Change {
        CARRIAGE_RETURNS((text, random) -> text.replace("\n", "\r\n")),
        BLANK_LINE_AFTER_EVERY_LINE((text, random) -> text.replace("\n", "\n\n")),
        SOME_BLANK_LINES_DOUBLED(
                (text, random) -> perLine(text, line -> line.isBlank() && random.nextBoolean() ? "\n" : line)),
        INDENTED((text, random) -> perLine(text, line -> "      " + line)),
        TRAILING_SPACES((text, random) -> perLine(text, line -> line + " ".repeat(random.nextInt(4)))),
        TABS((text, random) -> text.replace("    ", "\t")),
        PAGE_BREAKS((text, random) ->
                perLine(text, line -> random.nextInt(9) == 0 && !line.isBlank() ? "\f" + line : line)),
        FOOTERS((text, random) -> perLine(
                text,
                line -> random.nextInt(12) == 0 && line.isBlank()
                        ? "\nFinal Determination Letter for IMR Case Number CM16-0000000  3\n\f"
                        : line)),
        REWRAPPED((text, random) -> rewrapped(text, 40 + random.nextInt(80))),
        PARAGRAPHS_ON_ONE_LINE((text, random) -> rewrapped(text, Integer.MAX_VALUE)),
        NO_BLANK_LINES(
                (text, random) -> rewrapped(text, 50 + random.nextInt(80)).replaceAll("\n+", "\n")),
        NO_BREAK_SPACES((text, random) -> text.replace(" ", "\u00A0"));

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        final BiFunction<String, Random, String> apply;

        Change(BiFunction<String, Random, String> apply) {
            this.apply = apply;
        }
    }

    @TestFactory
    Stream<DynamicTest> sameItemsInAnyLayout() {
        return Stream.of(Change.values())
                .flatMap(change -> Fixtures.letters().stream()
                        .filter(file -> isPlain(file, change))
                        .map(file ->
                                DynamicTest.dynamicTest(change + " " + file.getFileName(), () -> holds(change, file))));
    }

    /** Letters that already show a hard case of layout aren't given a second one that contradicts it. */
    private static boolean isPlain(Path file, Change change) {
        String name = file.getFileName().toString();
        boolean pages = name.contains("page-furniture") || name.contains("partial") || name.contains("every-line");
        boolean dense = name.contains("no-blank-lines");
        return switch (change) {
            case REWRAPPED, PARAGRAPHS_ON_ONE_LINE, NO_BLANK_LINES -> !pages && !dense && !name.contains("damaged");
            case BLANK_LINE_AFTER_EVERY_LINE, SOME_BLANK_LINES_DOUBLED -> !name.contains("every-line");
            default -> true;
        };
    }

    private static void holds(Change change, Path file) {
        String text = Fixtures.text(file);
        List<String> expected = summary(text);
        for (int seed = 1; seed <= SEEDS; seed++) {
            String changed = change.apply.apply(text, new Random(seed));

            List<String> actual = summary(changed);

            assertThat(actual).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static List<String> summary(String text) {
        List<String> summary = new ArrayList<>();
        for (DisputedItem item : Fixtures.read(text).getItems()) {
            summary.add(
                    dense(item.getTreatment()) + "|" + dense(item.getRequestInDispute()) + "|" + item.getDecision());
            summary.add(dense(String.valueOf(item.getRationale())));
            Stream.concat(item.getClaimsAdministratorCitations().stream(), item.getReviewerCitations().stream())
                    .map(LetterLayoutTest::summary)
                    .forEach(summary::add);
        }
        return summary;
    }

    private static String summary(Citation citation) {
        return citation.getSource()
                + dense(citation.getChapter() + citation.getEdition() + citation.getSections() + citation.getPages());
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s\u00A0]+", "");
    }

    private interface LineChange {
        String of(String line);
    }

    private static String perLine(String text, LineChange change) {
        StringBuilder changed = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            changed.append(change.of(line)).append('\n');
        }
        return changed.toString();
    }

    /** Paragraphs of the text broken anew at a width; the case header is kept as it is. */
    private static String rewrapped(String text, int width) {
        int body = Math.max(0, text.indexOf("HOW THE IMR"));
        StringBuilder wrapped = new StringBuilder(text.substring(0, body));
        for (String paragraph : text.substring(body).split("\n\\s*\n", -1)) {
            int column = 0;
            for (String word : paragraph.replaceAll("-\\s*\n\\s*", "-").trim().split("\\s+", -1)) {
                boolean breaks = column > 0 && column + word.length() > width;
                wrapped.append(breaks ? "\n" : column > 0 ? " " : "").append(word);
                column = breaks ? word.length() : column + 1 + word.length();
            }
            wrapped.append("\n\n");
        }
        return wrapped.toString();
    }
}
