package imr.letter;

import imr.avro.PageRange;
import imr.reference.ReferenceTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands behind a chapter that is cited, by regular expressions: topics, lists of sections split by the known names, pages. */
final class RegexVocabulary {

    private static final String NAME = alternatives("citation-sections.tsv") + "[^,;\\p{Alnum}]{0,3}(?=[,;]|$)";
    private static final Pattern NAMES_ONLY = Pattern.compile("(?i:" + NAME + ")(?:[ ,;]+(?i:" + NAME + "))+[ ,;]*");

    /** Where the words for sections or for pages stand. */
    private static final Pattern MARK = Pattern.compile(
            "\\b(?:(?<sections>Section(?:\\(s\\))? ?:)|(?:page\\(s\\)|page|pgs|pg|pp|p)[ :.)]*(?=\\d))",
            Pattern.CASE_INSENSITIVE);

    private static final String RANGE = "\\d{1,4}(?: ?(?:-|\u2013|to) ?\\d{1,4})?";
    private static final Pattern PAGES =
            Pattern.compile(RANGE + "(?: ?(?:[,;&] ?(?:and )?|and )" + RANGE + ")*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_RANGE = Pattern.compile("(\\d{1,4})(?: ?(?:-|\u2013|to) ?(\\d{1,4}))?");

    private static final String NUMBERED = "(?=\\d[\\d.)]*[.)][\\d.)]* ?\\p{Alpha})";
    /** Commas in brackets, or before a small letter, belong to a name. */
    private static final String GOES_ON = "[,;][ ,;]*+(?=[a-z])(?!(?i:" + NAME + "))";

    private static final Pattern ENTRY = Pattern.compile("[ ,;]*+(?:(?<pages>\\d[\\d -]*+(?=[,;]|$))"
            + "|(?<numbered>" + NUMBERED + ".+?(?=[,;] ?" + NUMBERED + "|$))"
            + "|(?<known>(?i:" + NAME + ")(?!" + GOES_ON + "))"
            + "|(?<other>(?:[^,;(\\[]++|[(\\[][^)\\]]*+[)\\]]?+|" + GOES_ON + ")+))");

    private static final Pattern SEPARATORS = Pattern.compile("^[ ,;.]+|[ ,;]+$");

    private RegexVocabulary() {}

    /** Sections or topics, and pages, of one chapter. */
    record Details(List<String> sections, List<PageRange> pages) {}

    /** An expression for the names in a table's first column, the longest first, whatever marks stand between their words. */
    static String alternatives(String table) {
        return ReferenceTable.load(table).rows().stream()
                .map(row -> row.get("spelling"))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(RegexVocabulary::expression)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String expression(String name) {
        String words = name.replaceAll("^\\W+|\\W+$", "").replaceAll("\\W+", "\\\\W{0,4}");
        return name.endsWith(")") ? words + "\\)?" : words;
    }

    static Details details(String text) {
        Details details = new Details(new ArrayList<>(), new ArrayList<>());
        Matcher mark = MARK.matcher(text);
        boolean found = mark.find();
        topic(withoutSeparators(text.substring(0, found ? mark.start() : text.length())), details);
        while (found) {
            int start = mark.end();
            boolean list = mark.group("sections") != null;
            found = mark.find();
            String marked = text.substring(start, found ? mark.start() : text.length());
            if (list) {
                entries(withoutSeparators(marked), details);
            } else {
                Matcher pages = PAGES.matcher(marked);
                int behind = pages.lookingAt() ? pages.end() : 0;
                pages(marked.substring(0, behind), details.pages());
                topic(withoutSeparators(marked.substring(behind)), details);
            }
        }
        return details;
    }

    static String withoutSeparators(String text) {
        return SEPARATORS.matcher(text).replaceAll("");
    }

    private static void topic(String topic, Details details) {
        if (NAMES_ONLY.matcher(topic).matches()) {
            entries(topic, details);
        } else if (!topic.isEmpty()) {
            details.sections().add(topic);
        }
    }

    private static void entries(String list, Details details) {
        Matcher entry = ENTRY.matcher(list);
        while (entry.find()) {
            if (entry.group("pages") != null) {
                pages(entry.group(), details.pages());
            } else if (!withoutSeparators(entry.group()).isEmpty()) {
                details.sections().add(withoutSeparators(entry.group()));
            }
        }
    }

    private static void pages(String list, List<PageRange> pages) {
        for (Matcher range = PAGE_RANGE.matcher(list); range.find(); ) {
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            pages.add(new PageRange(first, Math.max(first, last)));
        }
    }
}
