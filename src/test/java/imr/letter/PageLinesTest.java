package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLinesTest {

    /** What is left of a text in three pages, each with something above and below its two lines. */
    private static String left(String above, String below, String between) {
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= 3; page++) {
            text.append(page == 1 ? "" : between)
                    .append(above.replace("#", String.valueOf(page)))
                    .append("\nFirst words of page ")
                    .append("abc".charAt(page - 1))
                    .append(", and\nlast words of it\n")
                    .append(below.replace("#", String.valueOf(page)))
                    .append('\n');
        }
        return words(text.toString());
    }

    private static String words(String text) {
        FlatText flat = flat(text);
        return flat.text(0, flat.length);
    }

    private static FlatText flat(String text) {
        CodedText letter = CodedText.of(text);
        return Flattener.flattenLetter(letter, Stops.of(letter.codes()));
    }

    private static final String THREE_PAGES = "First words of page a, and last words of it"
            + " First words of page b, and last words of it First words of page c, and last words of it";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "State Review Office",
                "State Review Office   Page #",
                "Printed 01/0#/2017 10:3#",
                "Page # of 3",
                "- # -",
                "Two lines\n  Office #",
                "Above and\n\n\nPage #"
            })
    void linesThatEveryPageRepeatsAreTakenOut(String line) {
        assertThat(left(line, "", "\f")).isEqualTo(THREE_PAGES);
        assertThat(left("", line, "\f")).isEqualTo(THREE_PAGES);
        assertThat(left(line, "Office of " + line, "\f")).isEqualTo(THREE_PAGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "  #  ",
                "- # -",
                "\u2013#\u2013",
                "Page #",
                "page # of 3",
                "#\nState Review Office",
                "Office\n#"
            })
    void pageNumbersTellPagesWithoutFormFeeds(String line) {
        assertThat(left("", line, "")).isEqualTo(THREE_PAGES);
        assertThat(left("", line, "\n\n")).isEqualTo(THREE_PAGES);
    }

    @Test
    void headerMayLackOnTheFirstPage() {
        assertThat(words("One\nand\n\fOffice\nTwo\nand\n\fOffice\nthree")).isEqualTo("One and Two and three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"IMR Case Number: CM16-0000007", "CM16-0000007   Page 2", "IMR Case Number: CM16-0000007, Page 2"
            })
    void caseNumberBehindTheHeaderIsOfAPage(String line) {
        String header = "Case Number: CM16-0000007\nDate Assigned: 11/01/2016\n";
        String page = "Some words of a letter\n".repeat(40);

        assertThat(words(header + page + line + "\nlast")).isEqualTo(words(header + page + "last"));
        assertThat(words("Re: CM16-0000007\n" + page + header + page)).contains("Case Number: CM16-0000007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One\n60\ntwo\n90\nthree",
                "One\n1\ntwo\n1\nthree",
                "One\n7\ntwo\n8\nthree",
                "One\n\fClaims Administrator guideline: a\ntwo\n\fClaims Administrator guideline: a\nthree",
                "One\nis not medically necessary.\n\fTwo\nis not medically necessary.",
                "One\n\fNaproxen 550mg #60: Upheld\ntwo\n\fNaproxen 550mg #30: Upheld\nthree",
                "One\n\fand so\ntwo\n\fand so\nthree",
                "One since\n2007.\n\fTwo since\n2009.\n\fthree",
                "Decision based on MTUS Post\nSurgical\n\ftwo\nDecision based on MTUS Post\nSurgical\n\fthree",
                "MTUS 2007, Section(s):\nSurgical Considerations.\n\ftwo\nMTUS 2007, Section(s):\nSurgical Considerations.\n\fthree",
                "One (on\n10/5/16).\n\fTwo (on\n11/6/16).\n\fthree",
                "One\nPage 12 of the book\ntwo"
            })
    void textStays(String text) {
        assertThat(words(text)).isEqualTo(text.replaceAll("\\s+", " "));
    }

    @Test
    void allElseKeepsItsPlaceAndAPageEndsInBetween() {
        String text = "One\n\n 1 \ntwo\n 2\nthree";

        FlatText flat = flat(text);

        assertThat(flat.text(0, flat.length)).isEqualTo("One two three");
        assertThat(flat.span(8, 13)).isEqualTo(new Span(text.indexOf("three"), text.length()));
        assertThat(flat.gapBefore(1)).isEqualTo(Gap.PAGE);
        assertThat(flat.gapBefore(2)).isEqualTo(Gap.PAGE);
    }

    @Test
    void numberBehindTheLastSentenceIsOfAPage() {
        assertThat(words("It is so.\n 1\n")).isEqualTo("It is so.");
        assertThat(words("The number is\n 1\n")).isEqualTo("The number is 1");
    }
}
