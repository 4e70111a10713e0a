package imr.letter;

import imr.letter.FoundItem.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the items of a V3 or later letter. The labels of an item's fields are the fixed points: the decision stands
 * before the first of them, the item's own label before the decision, back to where {@link LabelStart} sees it begin.
 */
final class ItemScanner {

    private static final Phrase HEADING = Phrase.of("imr issues decisions and rationales");

    private final FlatText flat;
    private final List<Mark.Found> marks;
    private final Warnings warnings;
    private final List<FoundItem> items = new ArrayList<>();

    private @Nullable FoundItem open;
    private Mark openField = Mark.ITEMS_FOLLOW;
    private int openFieldStart;
    /** Whether the item in hand can't be read, and its fields are passed over. */
    private boolean lost;

    private ItemScanner(FlatText flat, List<Mark.Found> marks, Warnings warnings) {
        this.flat = flat;
        this.marks = marks;
        this.warnings = warnings;
    }

    static List<FoundItem> scan(FlatText flat, List<Mark.Found> marks, Warnings warnings) {
        ItemScanner scanner = new ItemScanner(flat, marks, warnings);
        scanner.run();
        return scanner.items;
    }

    /** Where the item section begins, at its heading or its introduction; the text's end where there is neither. */
    static int sectionStart(FlatText flat, List<Mark.Found> marks) {
        int end = flat.length;
        for (Mark.Found mark : marks) {
            if (mark.mark() == Mark.ITEMS_FOLLOW || isField(mark.mark())) {
                end = mark.start();
                break;
            }
        }
        int heading = flat.heading(HEADING, 0, end);
        return heading == Phrase.NOT_FOUND ? end : heading;
    }

    private void run() {
        openFieldStart = firstLabelStart();
        for (Mark.Found mark : marks) {
            if (mark.start() < openFieldStart || !isField(mark.mark())) {
                continue;
            }
            DecisionWord decision = decisionBefore(mark);
            if (decision != null) {
                startItem(decision, mark);
            } else if (beginsItem(mark)) {
                loseItem(WarningCode.ITEM_WITHOUT_DECISION, mark.start(), mark);
            } else if (mark.mark().compareTo(openField) > 0) {
                closeField(mark.start());
                openField(mark);
            }
        }
        closeField(flat.length);
        closeItem(flat.trimEnd(0, flat.length));
    }

    /** Whether a field can't be the open item's, so that it must be of an item whose decision isn't known. */
    private boolean beginsItem(Mark.Found mark) {
        return (open == null && !lost)
                || mark.mark() == Mark.ADMINISTRATOR_GUIDELINE
                || (mark.mark() == Mark.REVIEWER_GUIDELINE && openField == Mark.RATIONALE);
    }

    /** Ends the item before where the one that can't be read seems to begin. */
    private void loseItem(WarningCode code, int at, Mark.Found mark) {
        int end = flat.trimEnd(openFieldStart, mark.start());
        int start = openFieldStart < end
                ? LabelStart.find(flat, openFieldStart, end, open == null && !lost)
                        .at()
                : end;
        closeField(start);
        closeItem(flat.trimEnd(0, start));
        open = null;
        lost = true;
        warnings.add(code, at);
        openField(mark);
    }

    private static boolean isField(Mark mark) {
        return mark == Mark.ADMINISTRATOR_GUIDELINE || mark == Mark.REVIEWER_GUIDELINE || mark == Mark.RATIONALE;
    }

    /** The first label begins behind the section's introduction or heading, else behind the credentials. */
    private int firstLabelStart() {
        int start = 0;
        for (Mark.Found mark : marks) {
            if (isField(mark.mark())) {
                int heading = flat.heading(HEADING, start, mark.start());
                return heading == Phrase.NOT_FOUND ? start : HEADING.endAt(flat.chars, heading, flat.length);
            }
            start = mark.end();
        }
        return start;
    }

    private @Nullable DecisionWord decisionBefore(Mark.Found mark) {
        DecisionWord decision = DecisionWord.adjacent(flat, openFieldStart, mark.start());
        if (decision == null && mark.mark() == Mark.ADMINISTRATOR_GUIDELINE) {
            decision = DecisionWord.nearest(flat, openFieldStart, mark.start());
            if (decision != null) {
                warnings.add(WarningCode.TEXT_AFTER_DECISION, decision.end());
            }
        }
        return decision;
    }

    private void startItem(DecisionWord decision, Mark.Found mark) {
        LabelStart labelStart = LabelStart.find(flat, openFieldStart, decision.labelEnd(), open == null && !lost);
        int start = skipBullet(labelStart.at(), decision.labelEnd());
        int end = flat.trimEnd(start, decision.labelEnd());
        if (start == end) {
            loseItem(WarningCode.ITEM_WITHOUT_LABEL, decision.labelEnd(), mark);
            return;
        }
        if (!labelStart.certain()) {
            warnings.add(WarningCode.LABEL_START_UNCERTAIN, start);
        }
        closeField(labelStart.at());
        closeItem(flat.trimEnd(0, labelStart.at()));
        lost = false;
        Range words = new Range(decision.start(), decision.end());
        open = new FoundItem(new Range(start, end), decision.decision(), words, decision.end());
        openField(mark);
    }

    /** A sign that a list has before its entries is none of the label. */
    private int skipBullet(int from, int to) {
        int start = flat.skipSpaces(from, to);
        boolean bullet = start + 1 < to && flat.chars[start] == Chars.BULLET && flat.chars[start + 1] == ' ';
        return bullet ? flat.skipSpaces(start + 1, to) : start;
    }

    private void openField(Mark.Found mark) {
        openField = mark.mark();
        openFieldStart = mark.end();
    }

    private void closeField(int end) {
        FoundItem item = open;
        if (item == null) {
            return;
        }
        int from = flat.skipSpaces(openFieldStart, end);
        int to = flat.trimEnd(from, end);
        Range range = from < to ? new Range(from, to) : Range.NONE;
        switch (openField) {
            case ADMINISTRATOR_GUIDELINE -> item.administratorGuideline = range;
            case REVIEWER_GUIDELINE -> item.reviewerGuideline = range;
            case RATIONALE -> {
                item.rationale = range;
                warnStrayDecisions(from, to);
            }
            default -> throw new AssertionError(openField);
        }
    }

    private void warnStrayDecisions(int from, int to) {
        for (int colon = flat.firstColon(from); colon < flat.colonCount() && flat.colon(colon) < to; colon++) {
            int at = flat.colon(colon);
            if (DecisionWord.behind(flat, at, to) != null) {
                warnings.add(WarningCode.DECISION_WITHOUT_FIELDS, at);
            }
        }
    }

    private void closeItem(int end) {
        FoundItem item = open;
        if (item == null) {
            return;
        }
        item.end = Math.max(item.end, end);
        int label = item.label.start();
        if (!item.administratorGuideline.isPresent()) {
            warnings.add(WarningCode.ADMINISTRATOR_GUIDELINE_MISSING, label);
        }
        if (!item.reviewerGuideline.isPresent()) {
            warnings.add(WarningCode.REVIEWER_GUIDELINE_MISSING, label);
        }
        if (!item.rationale.isPresent()) {
            warnings.add(WarningCode.RATIONALE_MISSING, label);
        }
        items.add(item);
    }
}
