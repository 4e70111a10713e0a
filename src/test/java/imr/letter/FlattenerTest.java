package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlattenerTest {

    private static String flat(String text) {
        FlatText flat = Flattener.flatten(text);
        return flat.text(0, flat.length);
    }

    @Test
    void whiteSpaceCollapses() {
        assertThat(flat("  one\t two \r\n\r\n \u00A0three\f four\u2028five ")).isEqualTo("one two three four five");
    }

    @Test
    void hyphenAtLineEndIsKeptAndJoined() {
        assertThat(flat("a short- \n\n term drug")).isEqualTo("a short-term drug");
        assertThat(flat("a short-\n\fterm drug")).isEqualTo("a short-term drug");
    }

    @Test
    void dashBehindSpaceAtLineEndIsNoHyphen() {
        assertThat(flat("Labs -\nblood count")).isEqualTo("Labs - blood count");
    }

    @Test
    void furnitureIsTakenOut() {
        assertThat(flat("one\nFinal Determination Letter for IMR Case Number CM16-0000000  3\n\ftwo"))
                .isEqualTo("one two");
        assertThat(flat("one Final Determination Letter for IMR Case Number CM16-0000000 12 two"))
                .isEqualTo("one two");
        assertThat(flat("one\nPage 3 of 7\ntwo")).isEqualTo("one two");
        assertThat(flat("one\n 3 \n\ftwo")).isEqualTo("one two");
        assertThat(flat("one\n\f3\ntwo")).isEqualTo("one two");
    }

    @Test
    void whatOnlyLooksLikeFurnitureStays() {
        assertThat(flat("pills\n100\nmore")).isEqualTo("pills 100 more");
        assertThat(flat("see\nPage 3 of 7 there")).isEqualTo("see Page 3 of 7 there");
        assertThat(flat("Final Determination Letter for you")).isEqualTo("Final Determination Letter for you");
    }

    @Test
    void footerMayTakeUpLinesAndStandWithinOne() {
        assertThat(flat("a\nFinal Determination Letter\nfor IMR Case Number CM15-0012345 2\nb"))
                .isEqualTo("a b");
        assertThat(flat("a\nFinal Determination Letter for\nIMR Case Number CM15-0012345  2 b\nc"))
                .isEqualTo("a b c");
        assertThat(flat("a Final Determination Letter for IMR Case Number CM15-0012345  2 b\nc"))
                .isEqualTo("a b c");
        assertThat(flat("a Final Determination Letter for IMR\nCase Number CM15-0012345  2 b\nc"))
                .isEqualTo("a b c");
    }

    @Test
    void footerTellsCaseNumber() {
        FlatText flat = Flattener.flatten("a\nFinal Determination Letter for IMR Case Number CM15-0012345  2\nb");

        assertThat(flat.footerCaseNumber).isEqualTo(new CaseNumber.Found("CM15-0012345", 49, 61));
    }

    @Test
    void gapIsMeasuredAgainstUsualSpacing() {
        FlatText single = Flattener.flatten("a\nb\nc\n\nd\n\fe");
        FlatText twofold = Flattener.flatten("a\n\nb\n\nc\n\n \n\nd\n\n\n\ne");

        for (FlatText flat : new FlatText[] {single, twofold}) {
            assertThat(flat.gapBefore(1)).isEqualTo(Gap.LINE);
            assertThat(flat.gapBefore(2)).isEqualTo(Gap.LINE);
            assertThat(flat.gapBefore(3)).isEqualTo(Gap.PARAGRAPH);
            assertThat(flat.gapBefore(4)).isEqualTo(Gap.PAGE);
        }
    }

    @Test
    void placesLeadBackToTheText() {
        String text = "one\r\n\r\n  two three";
        FlatText flat = Flattener.flatten(text);

        var span = flat.span(3, flat.length);

        assertThat(text.substring(span.getStart(), span.getEnd())).isEqualTo("two three");
        assertThat(flat.position(4)).isEqualTo(new Position(3, 3));
    }
}
