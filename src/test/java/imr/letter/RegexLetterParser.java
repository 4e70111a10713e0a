package imr.letter;

import imr.avro.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The items of a V3 letter by regular expressions, written apart from the scanners: white space is reduced to line
 * breaks between paragraphs and single spaces within them, and one expression then finds an item. What the scanners are
 * held to, for agreement and for speed; no good for hostile text.
 */
final class RegexLetterParser {

    private static final Pattern FOOTER =
            Pattern.compile("Final Determination Letter for IMR Case Number \\S+\\s+\\d+");
    private static final Pattern SPACED_LINES = Pattern.compile("\\S ?\\n ?\\n(?=\\S)");
    private static final Pattern SINGLE_LINES = Pattern.compile("\\S ?\\n *(?=\\S)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern PARAGRAPH_OF_SPACED = Pattern.compile("\\n \\n");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\u00A0]*\\n");
    private static final Pattern SECTION = Pattern.compile("IMR ISSUES, DECISIONS AND RATIONALES");

    private static final Pattern ITEM = Pattern.compile(
            "\\n([^\\n]+?):\\s?(Upheld|Overturned)\\sClaims Administrator guideline:\\s(.*?)\\s"
                    + "MAXIMUS guideline:\\s(.*?)\\sDecision rationale:\\s(.*?)"
                    + "(?=\\n[^\\n]+:\\s?(?:Upheld|Overturned)\\sClaims Administrator guideline:|\\s*\\z)",
            Pattern.DOTALL);

    private RegexLetterParser() {}

    /** An item as both parsers tell it. */
    record Item(
            int position,
            String label,
            Decision decision,
            String administratorGuideline,
            String reviewerGuideline,
            String rationale) {}

    /** The items in the letter's order; none if the letter isn't understood. */
    static List<Item> parse(String letter) {
        String text = paragraphs(letter);
        Matcher section = SECTION.matcher(text);
        List<Item> items = new ArrayList<>();
        if (!section.find()) {
            return items;
        }
        Matcher item = ITEM.matcher(text);
        for (int from = section.end(); item.find(from); from = item.end()) {
            items.add(new Item(
                    items.size() + 1,
                    item.group(1),
                    Decision.valueOf(item.group(2).toUpperCase(Locale.ROOT)),
                    line(item.group(3)),
                    line(item.group(4)),
                    line(item.group(5))));
        }
        return items;
    }

    private static String line(String text) {
        return text.replace('\n', ' ');
    }

    private static String paragraphs(String letter) {
        String text = FOOTER.matcher(letter.replace("\r\n", "\n")).replaceAll("\f");
        Pattern paragraph = isSpaced(text) ? PARAGRAPH_OF_SPACED : PARAGRAPH;
        return BLANKS.matcher(text).replaceAll(blank -> separator(text, blank, paragraph));
    }

    /** Whether a blank line follows every line. */
    private static boolean isSpaced(String text) {
        return SPACED_LINES.matcher(text).results().count()
                > SINGLE_LINES.matcher(text).results().count();
    }

    private static String separator(String text, MatchResult blank, Pattern paragraph) {
        String run = blank.group();
        if (run.equals(" ")) {
            return run;
        }
        char before = blank.start() > 0 ? text.charAt(blank.start() - 1) : ' ';
        if (run.indexOf('\n') >= 0 && before == '-' && Character.isLetterOrDigit(text.charAt(blank.start() - 2))) {
            return "";
        }
        boolean page = run.indexOf('\f') >= 0 || run.contains("\n\n\n");
        boolean sentenceEnds = before == '.' || before == '?' || before == '!' || before == '"' || before == ':';
        boolean apart = page ? sentenceEnds : paragraph.matcher(run).find();
        return apart ? "\n" : " ";
    }
}
