package imr.letter;

import imr.avro.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A V3 letter by regular expressions, written apart from the scanners: white space is reduced to line breaks between
 * paragraphs and single spaces within them, one expression then finds an item, and others what the letter says once
 * ({@link RegexFacts}) and what its guideline lines cite ({@link RegexCitations}). What the scanners are held to, for
 * agreement and for speed; no good for hostile text.
 *
 * <p>Leaves out what the scanners tell besides: where each field stands, the details of a request (strength, quantity,
 * frequency and the like), and warnings.
 */
final class RegexLetterParser {

    private static final Pattern FOOTER =
            Pattern.compile("Final Determination Letter for IMR Case Number (\\S+)\\s+\\d+");
    private static final Pattern LINES = Pattern.compile("\\n *(?=\\S)");
    private static final Pattern LINES_BEHIND_BLANK_ONE = Pattern.compile("\\n ?\\n(?=\\S)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern PARAGRAPH_OF_SPACED = Pattern.compile("\\n \\n");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\u00A0]*\\n");
    private static final Pattern SECTION = Pattern.compile("IMR ISSUES, DECISIONS AND RATIONALES");

    private static final Pattern ITEM = Pattern.compile(
            "\\n([^\\n]+?):\\s?(Upheld|Overturned)\\sClaims Administrator guideline:\\s(.*?)\\s"
                    + "MAXIMUS guideline:\\s(.*?)\\sDecision rationale:\\s(.*?)"
                    + "(?=\\n[^\\n]+:\\s?(?:Upheld|Overturned)\\sClaims Administrator guideline:|\\s*\\z)",
            Pattern.DOTALL);

    private static final Pattern PARTLY_AUTHORIZED = Pattern.compile("IMR eligible|authorized");
    private static final Pattern REMAINDER =
            Pattern.compile(".*\\boriginal request ?, ?(.+?)(?:,? (?:is|are|was|were))?");

    private RegexLetterParser() {}

    /** What is printed of an item, as both parsers tell it. */
    record Item(
            int position,
            String label,
            Decision decision,
            String administratorGuideline,
            String reviewerGuideline,
            String rationale) {}

    /** An item with what is read from its label and its guideline lines. */
    record CitingItem(
            Item printed,
            String requestInDispute,
            List<RegexCitations.Cited> administratorCitations,
            List<RegexCitations.Cited> reviewerCitations) {}

    /** A whole letter, as both parsers tell it. */
    record Read(RegexFacts.Facts facts, List<CitingItem> items) {}

    /** Reads the letter with all its facts; without items if it isn't understood. */
    static Read parse(String letter) {
        Matcher footer = FOOTER.matcher(letter);
        String footerCaseNumber = footer.find() ? footer.group(1) : null;
        String text = paragraphs(letter);
        Matcher section = SECTION.matcher(text);
        int from = section.find() ? section.end() : text.length();
        List<CitingItem> items = new ArrayList<>();
        for (Item item : items(text, from)) {
            items.add(new CitingItem(
                    item,
                    requestInDispute(item.label()),
                    RegexCitations.read(item.administratorGuideline()),
                    RegexCitations.read(item.reviewerGuideline())));
        }
        return new Read(RegexFacts.read(text, from, footerCaseNumber), items);
    }

    /** Reads no more than the items, and of these no more than is printed; none if the letter isn't understood. */
    static List<Item> items(String letter) {
        String text = paragraphs(letter);
        Matcher section = SECTION.matcher(text);
        return items(text, section.find() ? section.end() : text.length());
    }

    private static List<Item> items(String text, int start) {
        List<Item> items = new ArrayList<>();
        Matcher item = ITEM.matcher(text);
        for (int from = start; item.find(from); from = item.end()) {
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

    private static String requestInDispute(String label) {
        Matcher remainder = REMAINDER.matcher(label);
        return PARTLY_AUTHORIZED.matcher(label).find() && remainder.matches() ? remainder.group(1) : label;
    }

    private static String line(String text) {
        return text.replace('\n', ' ');
    }

    private static String paragraphs(String letter) {
        String text = FOOTER.matcher(letter.replace("\r\n", "\n")).replaceAll("\f");
        Pattern paragraph = isSpaced(text) ? PARAGRAPH_OF_SPACED : PARAGRAPH;
        return BLANKS.matcher(text).replaceAll(blank -> separator(text, blank, paragraph));
    }

    /** Whether a blank line follows nearly every line. */
    private static boolean isSpaced(String text) {
        return 2 * count(LINES_BEHIND_BLANK_ONE, text) > count(LINES, text);
    }

    private static int count(Pattern pattern, String text) {
        int count = 0;
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            count++;
        }
        return count;
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
