package imr.letter;

import imr.letter.FoundItem.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the dates of a case header and their labels together. The header is a run of blocks, each some labels and then
 * some values: in the two-column layout a block is one label and its value; where all labels come first there is a single
 * block. Within a block the dates go to the labels in order, provided that there are as many of them. Dates over may be
 * those of a column whose labels come behind them.
 */
final class HeaderDates {

    private final FlatText flat;
    private final Map<HeaderLabel, DateScanner.Found> dates = new EnumMap<>(HeaderLabel.class);

    /** The open block: its labels, its dates, and where the last label of any kind ends. */
    private final List<HeaderLabel> labels = new ArrayList<>();

    private final List<DateScanner.Found> values = new ArrayList<>();
    private int lastLabelEnd = -1;

    /** Dates that stand before their labels, in their order. */
    private final List<DateScanner.Found> early = new ArrayList<>();

    private int blocks;
    private boolean labelSeen;
    /** Whether each date stands right before its label on the line. */
    private boolean valueBeforeLabel;

    private boolean complete = true;

    HeaderDates(FlatText flat) {
        this.flat = flat;
    }

    /** Takes in a label of any kind, from its first letter to behind its colon. */
    void addLabel(HeaderLabel label, int start, int end) {
        if (label.isDate()) {
            boolean behindDate = isRightBehindDate(start);
            valueBeforeLabel |= !labelSeen && behindDate;
            labelSeen = true;
            if (valueBeforeLabel && behindDate) {
                dates.putIfAbsent(label, early.get(early.size() - 1));
                return;
            }
        }
        if (!values.isEmpty()) {
            closeBlock();
        }
        lastLabelEnd = end;
        if (label.isDate()) {
            labels.add(label);
        }
    }

    private boolean isRightBehindDate(int start) {
        int date = early.isEmpty() ? -1 : early.get(early.size() - 1).end();
        return date >= 0 && flat.skipSpaces(date, start) == start && flat.lineAt(date - 1) == flat.lineAt(start);
    }

    void addDate(DateScanner.Found date) {
        if (!labels.isEmpty()) {
            values.add(date);
        } else if (!labelSeen || valueBeforeLabel) {
            early.add(date);
        }
    }

    /** No more labels or dates come, or those of another block do. */
    void closeBlock() {
        int known = values.size();
        if (known == 0 && !labels.isEmpty() && labels.size() == early.size() && earlyMayBeColumn()) {
            assign(early);
            early.clear();
        } else if (known == labels.size()) {
            assign(values);
            early.clear();
        } else if (!labels.isEmpty() && known > labels.size() && startsColumn(labels.size())) {
            assign(values);
            early.clear();
            early.addAll(values.subList(labels.size(), known));
        } else {
            if (known > 0 && isBesideLabel(values.get(0))) {
                dates.putIfAbsent(labels.get(labels.size() - 1), values.get(0));
            }
            complete = false;
        }
        blocks++;
        labels.clear();
        values.clear();
    }

    private void assign(List<DateScanner.Found> found) {
        for (int i = 0; i < labels.size(); i++) {
            dates.putIfAbsent(labels.get(i), found.get(i));
        }
    }

    /** A single date before all labels may as well be that of a covering letter. */
    private boolean earlyMayBeColumn() {
        return blocks > 0 || early.size() > 1;
    }

    /** Whether the dates from one on begin another column; a single one does so in a paragraph of its own, for a label may be lost. */
    private boolean startsColumn(int value) {
        int at = values.get(value).start();
        int line = flat.lineAt(at);
        boolean several = values.size() - value > 1;
        return flat.lineStart(line) == at && (several || flat.gapBefore(line) == Gap.PARAGRAPH);
    }

    /** Whether a date follows the last label on the same line, and so must belong to it. */
    private boolean isBesideLabel(DateScanner.Found date) {
        return flat.skipSpaces(lastLabelEnd, date.start()) == date.start()
                && flat.lineAt(lastLabelEnd - 1) == flat.lineAt(date.start());
    }

    /** Whether each label has its date. */
    boolean complete() {
        return complete;
    }

    boolean has(HeaderLabel label) {
        return dates.containsKey(label);
    }

    @Nullable
    LocalDate date(HeaderLabel label) {
        DateScanner.Found found = dates.get(label);
        return found == null ? null : found.date();
    }

    Range place(HeaderLabel label) {
        DateScanner.Found found = dates.get(label);
        return found == null ? Range.NONE : found.place();
    }
}
