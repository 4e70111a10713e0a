package imr.letter;

import imr.letter.FoundItem.Range;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the items of a letter from late 2013 to mid 2014: {@code 1. The request for ... is [not] medically necessary and
 * appropriate.}, a sentence on what each party based its decision on, and the rationale behind its label.
 */
final class V2ItemScanner {

    private static final Phrase HEADING = Phrase.of("imr decision(s) and rationale(s)");
    private static final Phrase THE_REQUEST_FOR = Phrase.of("the request for");
    private static final Phrase ADMINISTRATOR = Phrase.of("the claims administrator");
    private static final List<Phrase> REVIEWERS =
            List.of(Phrase.of("the physician reviewer"), Phrase.of("the expert reviewer"), Phrase.of("the reviewer"));
    private static final List<Phrase> REVIEWERS_OWN = List.of(
            Phrase.of("the physician reviewer's"), Phrase.of("the expert reviewer's"), Phrase.of("the reviewer's"));
    private final FlatText flat;
    private final List<Mark.Found> marks;
    private final Warnings warnings;

    private V2ItemScanner(FlatText flat, List<Mark.Found> marks, Warnings warnings) {
        this.flat = flat;
        this.marks = marks;
        this.warnings = warnings;
    }

    static List<FoundItem> scan(FlatText flat, List<Mark.Found> marks, Warnings warnings) {
        return new V2ItemScanner(flat, marks, warnings).run();
    }

    /** The beginning of a sentence that decides. */
    private record Opening(RequestStatement.Numeral number, int labelStart) {}

    private List<FoundItem> run() {
        StatedItems items = new StatedItems(flat);
        List<Opening> openings = openings();
        int textEnd = openings.isEmpty()
                ? flat.length
                : RequestStatement.itemsEnd(
                        flat, openings.get(openings.size() - 1).labelStart());
        for (int i = 0; i < openings.size(); i++) {
            Opening opening = openings.get(i);
            int limit = i + 1 < openings.size() ? openings.get(i + 1).number().start() : textEnd;
            items.add(RequestStatement.read(flat, opening.number(), opening.labelStart(), limit));
        }
        items.warn(warnings);
        Map<RequestStatement, FoundItem> found = items.readable();
        int next = 0;
        for (Map.Entry<RequestStatement, FoundItem> entry : found.entrySet()) {
            RequestStatement statement = entry.getKey();
            while (next < marks.size() && marks.get(next).start() < statement.end()) {
                next++;
            }
            readFields(statement, entry.getValue(), rationaleMark(next, statement.limit()));
        }
        return List.copyOf(found.values());
    }

    private Mark.@Nullable Found rationaleMark(int from, int limit) {
        for (int i = from; i < marks.size() && marks.get(i).start() < limit; i++) {
            if (marks.get(i).mark() == Mark.RATIONALE) {
                return marks.get(i);
            }
        }
        return null;
    }

    private List<Opening> openings() {
        int heading = HEADING.find(flat.chars, 0, flat.length);
        int from = heading == Phrase.NOT_FOUND ? 0 : HEADING.endAt(flat.chars, heading, flat.length);
        NavigableMap<Integer, Opening> openings = new TreeMap<>();
        addBareOpenings(from, openings);
        addRequestOpenings(from, openings);
        return List.copyOf(openings.values());
    }

    /** Requests are spoken of in rationales as well; one that is decided on has a number, and begins a paragraph or a sentence. */
    private void addRequestOpenings(int textStart, NavigableMap<Integer, Opening> openings) {
        int from = textStart;
        int at = THE_REQUEST_FOR.find(flat.chars, from, flat.length);
        while (at != Phrase.NOT_FOUND) {
            RequestStatement.Numeral number = RequestStatement.numberBefore(flat, from, at);
            int behind = THE_REQUEST_FOR.endAt(flat.chars, at, flat.length);
            Map.Entry<Integer, Opening> before = openings.lowerEntry(number.start());
            int expected = before == null ? 1 : before.getValue().number().value() + 1;
            if (opens(number, from, expected)) {
                openings.put(number.start(), new Opening(number, behind));
            }
            from = behind;
            at = THE_REQUEST_FOR.find(flat.chars, from, flat.length);
        }
    }

    /**
     * {@code 1. X is not medically necessary}, without the words "the request for": only where it begins a line, and what
     * the claims administrator based its decision on follows, for rationales have numbered lists as well.
     */
    private void addBareOpenings(int textStart, NavigableMap<Integer, Opening> openings) {
        for (int line = flat.lineAt(textStart); line < flat.lineCount(); line++) {
            int start = flat.lineStart(line);
            int label = start < textStart ? start : behindNumber(start, flat.lineEnd(line));
            if (label > start && THE_REQUEST_FOR.endAt(flat.chars, label, flat.length) == Phrase.NOT_FOUND) {
                RequestStatement.Numeral number = RequestStatement.numberBefore(flat, start, label);
                RequestStatement statement = RequestStatement.read(flat, number, label, flat.length);
                int next = flat.skipSpaces(statement.end(), flat.length);
                if (number.value() > 0
                        && statement.decision() != null
                        && isOneRequest(statement.label())
                        && ADMINISTRATOR.endAt(flat.chars, next, flat.length) != Phrase.NOT_FOUND) {
                    openings.put(number.start(), new Opening(number, label));
                }
            }
        }
    }

    /** Whether no other entry of a list begins within a label. */
    private boolean isOneRequest(Range label) {
        if (THE_REQUEST_FOR.find(flat.chars, label.start(), label.end()) != Phrase.NOT_FOUND) {
            return false;
        }
        int last = flat.lineAt(label.end());
        for (int line = flat.lineAt(label.start()) + 1; line <= last; line++) {
            if (behindNumber(flat.lineStart(line), flat.lineEnd(line)) > flat.lineStart(line)) {
                return false;
            }
        }
        return true;
    }

    /** Behind the number that starts a line; the line's start if there is none. */
    private int behindNumber(int start, int end) {
        int at = start;
        while (at < end && Chars.isDigit(flat.chars[at])) {
            at++;
        }
        boolean numbered = at > start && at < end && (flat.chars[at] == '.' || flat.chars[at] == ')');
        return numbered ? flat.skipSpaces(at + 1, end) : start;
    }

    private boolean opens(RequestStatement.Numeral number, int from, int expected) {
        if (number.value() == 0) {
            return false;
        }
        int line = flat.lineAt(number.start());
        boolean apart = flat.lineStart(line) == number.start() && flat.gapBefore(line) == Gap.PARAGRAPH;
        boolean inTurn = number.value() == expected
                && (expected == 1
                        || flat.skipSpaces(from, number.start()) == number.start()
                        || flat.endsSentence(from, number.start()));
        return apart || inTurn;
    }

    private void readFields(RequestStatement statement, FoundItem item, Mark.@Nullable Found rationale) {
        int from = statement.end();
        int fieldsEnd = rationale == null ? statement.limit() : withoutOwner(from, rationale.start());
        int administrator = partyStart(List.of(ADMINISTRATOR), from, fieldsEnd);
        int reviewer = partyStart(REVIEWERS, administrator == Phrase.NOT_FOUND ? from : administrator, fieldsEnd);
        if (administrator != Phrase.NOT_FOUND) {
            item.administratorGuideline = range(administrator, reviewer == Phrase.NOT_FOUND ? fieldsEnd : reviewer);
        } else {
            warnings.add(WarningCode.ADMINISTRATOR_GUIDELINE_MISSING, statement.start());
        }
        if (reviewer != Phrase.NOT_FOUND) {
            item.reviewerGuideline = range(reviewer, fieldsEnd);
        } else {
            warnings.add(WarningCode.REVIEWER_GUIDELINE_MISSING, statement.start());
        }
        if (rationale != null) {
            item.rationale = range(rationale.end(), statement.limit());
        }
        if (!item.rationale.isPresent()) {
            warnings.add(WarningCode.RATIONALE_MISSING, statement.start());
        }
        item.end = Math.max(item.end, flat.trimEnd(item.end, statement.limit()));
    }

    /** The first sentence of a party. */
    private int partyStart(List<Phrase> parties, int from, int to) {
        for (int at = flat.skipSpaces(from, to); at < to; at++) {
            if (Chars.lower(flat.chars[at]) == 't' && begins(from, at)) {
                for (Phrase party : parties) {
                    if (party.endAt(flat.chars, at, to) != Phrase.NOT_FOUND) {
                        return at;
                    }
                }
            }
        }
        return Phrase.NOT_FOUND;
    }

    private boolean begins(int from, int at) {
        return flat.skipSpaces(from, at) == at || (flat.chars[at - 1] == ' ' && flat.endsSentence(from, at));
    }

    /** Before "The Physician Reviewer's", which belongs to the label of the rationale. */
    private int withoutOwner(int from, int labelStart) {
        for (Phrase owner : REVIEWERS_OWN) {
            int start = owner.startBefore(flat.chars, from, flat.trimEnd(from, labelStart));
            if (start != Phrase.NOT_FOUND) {
                return start;
            }
        }
        return labelStart;
    }

    private Range range(int from, int to) {
        int start = flat.skipSpaces(from, to);
        int end = flat.trimEnd(start, to);
        return start < end ? new Range(start, end) : Range.NONE;
    }
}
