package imr.letter;

import imr.letter.FoundItem.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** Requests are spoken of in rationales as well; one that is decided on has a number, and begins a paragraph or a sentence. */
    private List<Opening> openings() {
        List<Opening> openings = new ArrayList<>();
        int heading = HEADING.find(flat.chars, 0, flat.length);
        int from = heading == Phrase.NOT_FOUND ? 0 : HEADING.endAt(flat.chars, heading, flat.length);
        int expected = 1;
        int at = THE_REQUEST_FOR.find(flat.chars, from, flat.length);
        while (at != Phrase.NOT_FOUND) {
            RequestStatement.Numeral number = RequestStatement.numberBefore(flat, from, at);
            int behind = THE_REQUEST_FOR.endAt(flat.chars, at, flat.length);
            if (opens(number, from, expected)) {
                openings.add(new Opening(number, behind));
                expected = number.value() + 1;
            }
            from = behind;
            at = THE_REQUEST_FOR.find(flat.chars, from, flat.length);
        }
        return openings;
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
