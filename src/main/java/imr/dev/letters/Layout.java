package imr.dev.letters;

import org.jspecify.annotations.Nullable;

/**
 * How a letter is set: nothing here changes a character that is not white space, except the footer.
 *
 * @param spaced whether a blank line follows every line, as paragraph extraction leaves it; else columns are preserved
 *     and only paragraphs are set apart
 * @param width longest line in characters
 * @param pageLines lines of a page
 * @param lineEnd what ends a line
 * @param breakHyphens whether words are broken behind a hyphen
 * @param doubleSpaces whether two spaces follow a sentence
 * @param wideDecision whether two spaces stand before the decision
 * @param decisionAlone whether the decision stands on a line of its own
 * @param joined whether guideline line or rationale go on in the line before them
 * @param footer text of the footer without the page's number, null for none
 */
record Layout(
        boolean spaced,
        int width,
        int pageLines,
        String lineEnd,
        boolean breakHyphens,
        boolean doubleSpaces,
        boolean wideDecision,
        boolean decisionAlone,
        boolean joined,
        @Nullable String footer) {

    static Layout draw(Dice dice, @Nullable String footer) {
        return new Layout(
                footer == null && dice.percent(45),
                dice.between(88, 99),
                dice.between(44, 58),
                dice.percent(6) ? "\r\n" : "\n",
                dice.percent(60),
                dice.percent(10),
                dice.percent(20),
                dice.percent(6),
                dice.percent(4),
                footer);
    }
}
