package imr.letter;

import imr.avro.CitationSource;
import imr.avro.CitedBody;
import imr.avro.PageRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a guideline line of a V3 letter cites, by regular expressions. */
final class RegexCitations {

    private static final Pattern STATEMENT = Pattern.compile(
            "\\bDecision based on (?:(?<non>Non ?-? ?MTUS)(?: Citations?\\b)?[ :,]*|(?<mtus>MTUS)\\b[ ,;.]*)?"
                    + "|(?<=^|[.?!][\")]? )The (?:Claims Administrator"
                    + "|(?:(?:Expert|IMR|Physician|MAXIMUS) )?Reviewer)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NONE = Pattern.compile("[^.]*\\bdid not cite\\b[^.]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OUTSIDE =
            Pattern.compile("[^.]*\\b(?:outside|did not base)\\b[^.]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern BODY = Pattern.compile(
            "\\b(?:(?<odg>ODG|Official Disability Guidelines?|Work Loss Data Institute)"
                    + "|(?<acoem>ACOEM|American College of Occupational and Environmental Medicine)"
                    + "|(?<uptodate>UpToDate)"
                    + "|(?<journal>journal|et al|pubmed|n engl j med|jama|lancet|cochrane database|j bone joint surg"
                    + "|clin orthop|j pain|arch phys med|am j|bmj|doi))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB =
            Pattern.compile("\\b(?:https?|www)\\b|\\.(?:com|org|gov|net|edu)\\b", Pattern.CASE_INSENSITIVE);

    private static final String YEAR = "(?:1 ?9 ?9 ?\\d|2 ?0 ?\\d ?\\d)\\b";
    private static final String CHAPTER = RegexVocabulary.alternatives("citation-chapters.tsv") + "(?!\\p{Alnum})";
    private static final String PUBLISHER = "(?:ACOEM\\b.{0,60}?\\b)?";
    private static final Pattern CHAPTER_AND_YEAR = Pattern.compile(
            "(?:" + PUBLISHER + "(?<known>" + CHAPTER + ")"
                    + "|(?<unknown>.{1,80}?)(?= ?,| \\(?" + YEAR + "| \\(?pages?\\b| Section|$))"
                    + "(?: ?\\(?(?<year>" + YEAR + ")\\)?)?(?: Guidelines\\b| Chapter(?=,|$))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT_CHAPTER = Pattern.compile(
            "(?:[ ,;]and (?=" + PUBLISHER + "(?:" + CHAPTER + " ?\\(?" + YEAR + "|(?=.{15})" + CHAPTER + "))"
                    + "|[,;] and (?=(?-i:[A-Z])[^:,0-9]{0,79}" + YEAR + ")"
                    + "|[,;] ?(?=" + CHAPTER + " ?\\(?" + YEAR + "))",
            Pattern.CASE_INSENSITIVE);

    private RegexCitations() {}

    /** A citation with equal meaning in both parsers; its place in the letter left out. */
    record Cited(
            CitationSource source,
            @Nullable String chapter,
            @Nullable Integer edition,
            List<String> sections,
            List<PageRange> pages,
            String text,
            @Nullable CitedBody body) {}

    /** The citations of a guideline line, in its order. */
    static List<Cited> read(String line) {
        List<Cited> citations = new ArrayList<>();
        Matcher statement = STATEMENT.matcher(line);
        boolean found = statement.find();
        while (found) {
            int start = statement.start();
            int body = statement.end();
            boolean non = statement.group("non") != null;
            boolean mtus = statement.group("mtus") != null;
            found = statement.find();
            int end = found ? statement.start() : line.length();
            if (non) {
                String text = trimmed(line.substring(body, end));
                citations.add(plain(CitationSource.NON_MTUS, text, body(text)));
            } else if (mtus) {
                schedule(trimmed(line.substring(body, end)), trimmed(line.substring(start, end)), citations);
            } else {
                sentence(line.substring(start, end), citations);
            }
        }
        return citations;
    }

    private static void sentence(String sentence, List<Cited> citations) {
        Matcher none = NONE.matcher(sentence);
        Matcher outside = OUTSIDE.matcher(sentence);
        if (none.lookingAt()) {
            citations.add(plain(CitationSource.NONE, trimmed(none.group()), null));
        } else if (outside.lookingAt()) {
            citations.add(plain(CitationSource.OUTSIDE_MTUS, trimmed(outside.group()), null));
        }
    }

    private static void schedule(String cited, String statement, List<Cited> citations) {
        if (cited.isEmpty()) {
            citations.add(new Cited(CitationSource.MTUS, null, null, List.of(), List.of(), statement, null));
            return;
        }
        Matcher chapter = CHAPTER_AND_YEAR.matcher(cited);
        Matcher next = NEXT_CHAPTER.matcher(cited);
        for (int start = 0;
                start < cited.length() && chapter.region(start, cited.length()).lookingAt(); ) {
            boolean more = next.find(chapter.end());
            int end = more ? next.start() : cited.length();
            String year = chapter.group("year");
            String title = chapter.group("known") != null ? chapter.group("known") : chapter.group("unknown");
            RegexVocabulary.Details details = RegexVocabulary.details(cited.substring(chapter.end(), end));
            citations.add(new Cited(
                    CitationSource.MTUS,
                    title.strip(),
                    year == null ? null : Integer.valueOf(year.replace(" ", "")),
                    details.sections(),
                    details.pages(),
                    RegexVocabulary.withoutSeparators(cited.substring(start, end)),
                    null));
            start = more ? next.end() : end;
        }
    }

    private static CitedBody body(String text) {
        Matcher body = BODY.matcher(text);
        if (!body.find()) {
            return WEB.matcher(text).find() ? CitedBody.WEB : CitedBody.OTHER;
        }
        if (body.group("odg") != null) {
            return CitedBody.ODG;
        }
        if (body.group("acoem") != null) {
            return CitedBody.ACOEM;
        }
        return body.group("uptodate") != null ? CitedBody.UPTODATE : CitedBody.JOURNAL;
    }

    private static Cited plain(CitationSource source, String text, @Nullable CitedBody body) {
        return new Cited(source, null, null, List.of(), List.of(), text, body);
    }

    /** A citation without the full stop and the space behind it. */
    private static String trimmed(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".")
                ? stripped.substring(0, stripped.length() - 1).strip()
                : stripped;
    }
}
