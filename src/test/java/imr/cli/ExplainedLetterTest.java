package imr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.LetterFormat;
import imr.dev.letters.LetterGenerator;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.LetterText;
import imr.letter.ParseResult.Parsed;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainedLetterTest {

    private static final Ink DRAWN = new Ink(false, true);
    private static final Ink ASCII = new Ink(false, false);
    private static final Ink COLOURED = new Ink(true, true);

    private static final String LETTER = """
            Case Number: CM16-0900001    Priority: Standard

            IMR ISSUES, DECISIONS AND RATIONALES

            Gabapentin 300mg #60: Overturned

            Claims Administrator guideline: Nobody knows.

            MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines
            Antiepilepsy drugs (AEDs) Page(s): 16-19.

            Decision rationale: Nerve pain in both feet is on record, and so is what other
            drugs of the kind have done
            for it. The request is medically necessary.
            """;

    @Test
    void drawsABarUnderEachFieldWhereItWasFound() {
        assertThat(String.join("\n", explained(LETTER, DRAWN))).isEqualTo("""
                a.txt: CM16-0900001, V3B, 1 item, 2 warnings

                └───┘ found in the text above it    └───> goes on in the next row    ^ ! warning

                   1 │ Case Number: CM16-0900001    Priority: Standard
                                    └──────────┘ case number  └──────┘ priority
                       ^ ! CREDENTIALS_INCOMPLETE
                   2 │
                   3 │ IMR ISSUES, DECISIONS AND RATIONALES
                   4 │
                ──── item 1: OVERTURNED ────────────────────────────────────────────────────────
                   5 │ Gabapentin 300mg #60: Overturned
                       └──────────────────┘ treatment, request
                                  └─┘ strength
                                     └┘ unit
                                         └┘ quantity
                                             └────────┘ decision OVERTURNED
                   6 │
                   7 │ Claims Administrator guideline: Nobody knows.
                                                       └───────────┘ administrator
                                                       ^ ! CITATION_UNREAD
                   8 │
                   9 │ MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment
                                          └ reviewer ─────────────────────────────────>
                                                                 └ cites MTUS ────────>
                     ┃ Guidelines
                  10 │ Antiepilepsy drugs (AEDs) Page(s): 16-19.
                       > reviewer ─────────────────────────────┘
                       > cites MTUS ──────────────────────────┘
                  11 │
                  12 │ Decision rationale: Nerve pain in both feet is on record, and so is what
                                           └ rationale ───────────────────────────────────────>
                     ┃ other
                  13 ┃ drugs of the kind have done
                  14 │ for it. The request is medically necessary.
                       > rationale ──────────────────────────────┘

                Not found: assigned, injured, decided, denied, received, state, specialty, age,
                sex""");
    }

    @Test
    void drawsInAsciiWhereThereAreNoLines() {
        List<String> lines = explained(LETTER, ASCII);

        assertThat(lines)
                .contains("   5 | Gabapentin 300mg #60: Overturned", "       ^------------------^ treatment, request");
        assertThat(String.join("", lines)).matches("\\p{ASCII}+");
    }

    @Test
    void coloursNothingButMarksWarningsAndHeadings() {
        List<String> lines = explained(LETTER, COLOURED);

        assertThat(lines.stream().map(line -> line.replaceAll("\u001B\\[[0-9;]*m", "")))
                .containsExactlyElementsOf(explained(LETTER, DRAWN));
        assertThat(lines).anyMatch(line -> line.contains("\u001B[36m\u2514"));
        assertThat(lines).contains("   5 \u2502 Gabapentin 300mg #60: Overturned");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void printsAllOfALetterInRowsOfEightyCharacters(LetterFormat format) {
        LetterGenerator generator = new LetterGenerator(19, List.of(format));
        for (int i = 0; i < 200; i++) {
            String text = LetterText.decode(generator.letter(i).text());

            List<String> lines = explained(text, DRAWN);

            assertThat(lines).allMatch(line -> line.length() <= 80);
            String rows = lines.stream()
                    .filter(line -> line.matches("[ \\d]{4,5} [\u2502\u2503].*"))
                    .map(line -> line.substring(line.indexOf(line.contains("\u2503") ? '\u2503' : '\u2502') + 1))
                    .collect(Collectors.joining());
            assertThat(dense(rows)).isEqualTo(dense(text));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void marksEveryField(LetterFormat format) {
        LetterGenerator generator = new LetterGenerator(20, List.of(format));
        for (int i = 0; i < 200; i++) {
            String text = LetterText.decode(generator.letter(i).text());
            Parsed parsed = (Parsed) LetterParser.parse(text, LetterOrigin.UNKNOWN);

            String explained = String.join("\n", explained(text, DRAWN));

            for (FieldMark mark : FieldMark.of(parsed.determination().getItems())) {
                assertThat(mark.name()).hasSizeLessThanOrEqualTo(FieldMark.LONGEST);
                assertThat(explained).contains(mark.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void barsAreUnderTheTextOfTheirFields(LetterFormat format) {
        LetterGenerator generator = new LetterGenerator(22, List.of(format));
        for (int i = 0; i < 100; i++) {
            String text = LetterText.decode(generator.letter(i).text());
            Parsed parsed = (Parsed) LetterParser.parse(text, LetterOrigin.UNKNOWN);
            List<FieldMark> marks = FieldMark.of(parsed.determination().getItems());
            List<String> lines = explained(text, DRAWN);
            int line = 0;
            for (LetterRow row : LetterRow.of(text, 73)) {
                if (row.isBlank()) {
                    continue;
                }
                String shown = " " + row.shown(text).stripTrailing();
                while (!lines.get(line).endsWith("\u2502" + shown)
                        && !lines.get(line).endsWith("\u2503" + shown)) {
                    line++;
                }
                int first = line + 1;
                int last = first;
                while (last < lines.size() && lines.get(last).startsWith("       ")) {
                    last++;
                }
                List<String> below = lines.subList(first, last);
                marks.stream()
                        .filter(mark -> mark.start() >= row.start() && mark.end() <= row.end())
                        .forEach(mark -> assertThat(below)
                                .anyMatch(bars ->
                                        hasBar(bars, 7 + mark.start() - row.start(), 7 + mark.end() - row.start())));
            }
        }
    }

    private static boolean hasBar(String bars, int from, int to) {
        if (bars.length() < to) {
            return false;
        }
        String bar = bars.substring(from, to);
        return to - from == 1 ? bar.equals("^") : bar.startsWith("\u2514") && bar.endsWith("\u2518");
    }

    @Test
    void keepsEscapeSequencesFromTheTerminal() {
        List<String> lines = explained(LETTER.replace("Nobody", "\u001B[2JNo\u202Ebody"), DRAWN);

        assertThat(String.join("", lines)).doesNotContain("\u001B", "\u202E");
        assertThat(lines).anyMatch(line -> line.contains("guideline:  [2JNo body knows."));
    }

    @Test
    void showsWhereALetterIsRejected() {
        List<String> lines = explained(LETTER.replace("Overturned", "Perhaps"), DRAWN);

        assertThat(lines.get(0)).isEqualTo("a.txt: rejected, ITEM_WITHOUT_DECISION at 7:1");
        assertThat(lines)
                .containsSubsequence(
                        "   7 \u2502 Claims Administrator guideline: Nobody knows.",
                        "       ^ ! ITEM_WITHOUT_DECISION");
    }

    @Test
    void saysOfWhatIsNoLetterOnlySo() {
        assertThat(explained("Minutes of a meeting", DRAWN)).containsExactly("a.txt: rejected, NOT_A_DETERMINATION");
    }

    private static List<String> explained(String text, Ink ink) {
        return ExplainedLetter.of("a.txt", text, LetterParser.parse(text, LetterOrigin.UNKNOWN), ink);
    }

    private static String dense(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
