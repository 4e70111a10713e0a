package imr.letter;

import imr.letter.FoundItem.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the items of a letter of 2013. {@code MAXIMUS Federal Services, Inc. has determined the request for ...} decides
 * each, in a list at the front and again in the section of the decisions; a rationale belongs to the item spoken of
 * last before it. There are no guideline lines.
 */
final class V1ItemScanner {

    private static final Phrase HAS_DETERMINED = Phrase.of("has determined");
    private static final Phrase COMPANY = Phrase.of("maximus federal services");
    private static final Phrase INC = Phrase.of("inc");
    private static final Phrase THAT = Phrase.of("that");
    private static final Phrase THE_REQUEST_FOR = Phrase.of("the request for");
    private static final Phrase REGARDING = Phrase.of("regarding the request for");

    private final FlatText flat;
    private final List<Mark.Found> marks;
    private final StatedItems items;
    private final List<Heading> headings = new ArrayList<>();

    private V1ItemScanner(FlatText flat, List<Mark.Found> marks) {
        this.flat = flat;
        this.marks = marks;
        this.items = new StatedItems(flat);
    }

    /** Where the text speaks of an item, which ends the rationale before. */
    private record Heading(int start, StatedItems.Item item) {}

    /** The beginning of a sentence that decides. */
    private record Opening(RequestStatement.Numeral number, int labelStart) {}

    static List<FoundItem> scan(FlatText flat, List<Mark.Found> marks, Warnings warnings) {
        return new V1ItemScanner(flat, marks).run(warnings);
    }

    private List<FoundItem> run(Warnings warnings) {
        List<Opening> openings = openings();
        for (int i = 0; i < openings.size(); i++) {
            Opening opening = openings.get(i);
            int limit = i + 1 < openings.size() ? openings.get(i + 1).number().start() : flat.length;
            RequestStatement statement = RequestStatement.read(flat, opening.number(), opening.labelStart(), limit);
            headings.add(new Heading(statement.start(), items.add(statement)));
        }
        items.warn(warnings);
        addRegardings();
        items.warnOfUnevenLists(warnings);
        Map<RequestStatement, FoundItem> found = items.readable();
        giveRationales(found);
        found.forEach((statement, item) -> {
            if (!item.rationale.isPresent()) {
                warnings.add(WarningCode.RATIONALE_MISSING, statement.start());
            }
        });
        return List.copyOf(found.values());
    }

    private List<Opening> openings() {
        List<Opening> openings = new ArrayList<>();
        int behindLast = 0;
        int at = HAS_DETERMINED.find(flat.chars, 0, flat.length);
        while (at != Phrase.NOT_FOUND) {
            int company = companyBefore(behindLast, at);
            int from = HAS_DETERMINED.endAt(flat.chars, at, flat.length);
            if (company != Phrase.NOT_FOUND) {
                int labelStart = labelStart(from);
                openings.add(new Opening(RequestStatement.numberBefore(flat, behindLast, company), labelStart));
                behindLast = labelStart;
            }
            at = HAS_DETERMINED.find(flat.chars, from, flat.length);
        }
        return openings;
    }

    private int companyBefore(int from, int at) {
        int end = flat.trimEnd(from, at);
        end = end > from && flat.chars[end - 1] == '.' ? end - 1 : end;
        int inc = INC.startBefore(flat.chars, from, end);
        end = inc == Phrase.NOT_FOUND ? end : flat.trimEnd(from, inc);
        end = end > from && flat.chars[end - 1] == ',' ? end - 1 : end;
        return COMPANY.startBefore(flat.chars, from, end);
    }

    private int labelStart(int from) {
        CharReader reader = new CharReader(flat.chars, from, flat.length);
        reader.skipSpaces();
        reader.skipWhole(THAT);
        reader.skipSpaces();
        reader.skip(THE_REQUEST_FOR);
        return reader.position();
    }

    private void addRegardings() {
        int at = REGARDING.find(flat.chars, 0, flat.length);
        while (at != Phrase.NOT_FOUND) {
            RequestStatement.Numeral number = RequestStatement.numberBefore(flat, 0, at);
            StatedItems.Item item = items.numbered(number.value());
            if (item != null) {
                headings.add(new Heading(number.start(), item));
                item.spokenOfAgain();
            }
            at = REGARDING.find(flat.chars, at + 1, flat.length);
        }
        headings.sort((one, other) -> Integer.compare(one.start(), other.start()));
    }

    private void giveRationales(Map<RequestStatement, FoundItem> found) {
        int next = 0;
        int textEnd = headings.isEmpty()
                ? flat.length
                : RequestStatement.itemsEnd(
                        flat, headings.get(headings.size() - 1).start());
        for (Mark.Found mark : marks) {
            while (next < headings.size() && headings.get(next).start() < mark.start()) {
                next++;
            }
            if (mark.mark() != Mark.RATIONALE || next == 0) {
                continue;
            }
            Heading owner = headings.get(next - 1);
            RequestStatement statement = owner.item().statement();
            FoundItem item = statement == null ? null : found.get(statement);
            int end = next < headings.size() ? headings.get(next).start() : Math.max(mark.end(), textEnd);
            if (item != null && !item.rationale.isPresent()) {
                giveRationale(item, owner, mark.end(), end);
            }
        }
    }

    private void giveRationale(FoundItem item, Heading owner, int from, int to) {
        int start = flat.skipSpaces(from, to);
        int end = flat.trimEnd(start, to);
        if (start < end) {
            item.rationale = new Range(start, end);
            // Between a list at the front and the rationale stands what belongs to other items.
            boolean together = owner.start() <= item.label.start() && item.label.start() < from;
            item.end = together ? Math.max(item.end, end) : item.end;
        }
    }
}
