package imr.letter;

import imr.letter.FoundItem.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the case header in whatever order an extractor prints it. The header is a run of blocks, each some labels and
 * then some values: in the two-column layout a block is one label and its value; where all labels come first there is a
 * single block. Within a block the dates go to the date labels in order, provided that there are as many of them. Dates
 * over may be those of a column whose labels come behind them.
 */
final class HeaderScanner {

    private static final Phrase BODY = Phrase.of("how the imr final determination");
    private static final List<Phrase> EARLY_BODIES = List.of(
            BODY, Phrase.of("has determined"), Phrase.of("documents reviewed"), Phrase.of("clinical case summary"));
    private static final Phrase APPLICATION = Phrase.of("application");
    private static final Phrase RECEIVED = Phrase.of("received");
    private static final Phrase STANDARD = Phrase.of("standard");
    private static final Phrase EXPEDITED = Phrase.of("expedited");

    /** Headers, with a covering letter before them at the worst, end before this. */
    private static final int REACH = 8_000;
    /** How far behind "Application" the word "Received:" may stand, the date between them. */
    private static final int APPLICATION_REACH = 40;

    private enum Label {
        CASE_NUMBER("case number"),
        DATE_ASSIGNED("date assigned"),
        DATE_OF_INJURY("date of injury"),
        DECISION_DATE("decision date"),
        /** The decision's day in letters of 2013. */
        DATED("dated"),
        UR_DENIAL_DATE("ur denial date"),
        PRIORITY("priority"),
        APPLICATION_RECEIVED("application received");

        private final Phrase wording;

        Label(String wording) {
            this.wording = Phrase.of(wording);
        }

        boolean isDate() {
            return this != CASE_NUMBER && this != PRIORITY;
        }
    }

    private final FlatText flat;
    private final CharReader reader;

    private final Map<Label, DateScanner.Found> dates = new EnumMap<>(Label.class);
    private @Nullable String caseNumber;
    private Range caseNumberPlace = Range.NONE;
    private @Nullable String priority;
    private Range priorityPlace = Range.NONE;
    private boolean printed;
    private boolean complete = true;

    /** The open block: its date labels, its dates, and where the last label ends. */
    private final List<Label> dateLabels = new ArrayList<>();

    private final List<DateScanner.Found> dateValues = new ArrayList<>();
    private final List<Integer> dateStarts = new ArrayList<>();
    private boolean priorityOpen;
    private int lastLabelEnd = -1;

    /** What stands before its labels: dates in their order, a case number, a priority. */
    private final List<DateScanner.Found> earlyDates = new ArrayList<>();

    private @Nullable String earlyCaseNumber;
    private Range earlyCaseNumberPlace = Range.NONE;
    private @Nullable String earlyPriority;
    private Range earlyPriorityPlace = Range.NONE;
    private boolean dateLabelSeen;
    private int columns;
    /** Whether each date stands right before its label on the line. */
    private boolean valueBeforeLabel;

    private HeaderScanner(FlatText flat, int end) {
        this.flat = flat;
        this.reader = new CharReader(flat.chars, 0, end);
    }

    /** Reads the header in front of a letter's text. */
    static CaseHeader scan(FlatText flat) {
        int limit = Math.min(flat.length, REACH);
        int body = flat.heading(BODY, 0, limit);
        HeaderScanner scanner = new HeaderScanner(flat, body == Phrase.NOT_FOUND ? limit : body);
        scanner.run();
        return scanner.header();
    }

    /** Reads the header of a letter from before mid 2014, which ends where the first item or section begins. */
    static CaseHeader scanEarly(FlatText flat) {
        int end = Math.min(flat.length, REACH);
        for (Phrase body : EARLY_BODIES) {
            int at = body.find(flat.chars, 0, end);
            end = at == Phrase.NOT_FOUND ? end : at;
        }
        HeaderScanner scanner = new HeaderScanner(flat, end);
        scanner.run();
        return scanner.header();
    }

    private void run() {
        int lastRead = 0;
        while (!reader.atEnd()) {
            int start = reader.position();
            // Where the space between them is lost, a label begins right behind a value.
            boolean begins = start == lastRead || reader.atWordStart();
            if (!begins
                    || !Chars.isLetterOrDigit(reader.peek())
                    || !(readLabel(start) || readCaseNumber(start) || readDate(start) || readPriority(start))) {
                reader.moveTo(start);
                reader.skipToken();
            } else {
                lastRead = reader.position();
            }
        }
        closeBlock();
    }

    private boolean readLabel(int start) {
        if (!Chars.isUpper(reader.peek())) {
            return false;
        }
        for (Label label : Label.values()) {
            reader.moveTo(start);
            if (reader.skip(label.wording) && skipColon()) {
                open(label, start);
                return true;
            }
        }
        reader.moveTo(start);
        if (reader.skip(APPLICATION) && receivedFollows()) {
            open(Label.APPLICATION_RECEIVED, start);
            return true;
        }
        return false;
    }

    private boolean skipColon() {
        reader.skipSpaces();
        return reader.skip(':');
    }

    /** Whether "Received:" comes later, so that "Application" alone is the label of the date between them. */
    private boolean receivedFollows() {
        int from = reader.position();
        int to = Math.min(reader.end(), from + APPLICATION_REACH);
        int received = RECEIVED.find(flat.chars, from, to);
        return received != Phrase.NOT_FOUND;
    }

    private void open(Label label, int start) {
        printed = true;
        if (label.isDate()) {
            valueBeforeLabel |= !dateLabelSeen && isRightBehindDate(start);
            dateLabelSeen = true;
            if (valueBeforeLabel && isRightBehindDate(start)) {
                dates.putIfAbsent(label, earlyDates.get(earlyDates.size() - 1));
                return;
            }
        }
        if (!dateValues.isEmpty()) {
            closeBlock();
        }
        lastLabelEnd = reader.position();
        if (label == Label.PRIORITY) {
            priorityOpen = true;
        } else if (label.isDate()) {
            dateLabels.add(label);
        }
    }

    private boolean isRightBehindDate(int start) {
        int date = earlyDates.isEmpty()
                ? -1
                : earlyDates.get(earlyDates.size() - 1).end();
        return date >= 0 && flat.skipSpaces(date, start) == start && flat.lineAt(date - 1) == flat.lineAt(start);
    }

    private boolean readCaseNumber(int start) {
        CaseNumber.Found found = CaseNumber.read(reader, start);
        if (found == null) {
            return false;
        }
        if (!printed) {
            earlyCaseNumber = found.number();
            earlyCaseNumberPlace = new Range(start, found.end());
        } else if (caseNumber == null) {
            caseNumber = found.number();
            caseNumberPlace = new Range(start, found.end());
        }
        return true;
    }

    private boolean readDate(int start) {
        DateScanner.Found found = DateScanner.read(reader, start);
        if (found == null) {
            return false;
        }
        if (!dateLabels.isEmpty()) {
            dateStarts.add(start);
            dateValues.add(found);
        } else if (!dateLabelSeen || valueBeforeLabel) {
            earlyDates.add(found);
        }
        return true;
    }

    /** The word behind {@code Priority:}; where all labels come first, a word that stands between two values. */
    private boolean readPriority(int start) {
        reader.moveTo(start);
        if (!priorityOpen && !printed) {
            return readEarlyPriority(start);
        }
        if (!priorityOpen || priority != null || !Chars.isLetter(reader.peek())) {
            return false;
        }
        if (reader.skipWhole(STANDARD)) {
            priority = "Standard";
        } else if (reader.skipWhole(EXPEDITED)) {
            priority = "Expedited";
        } else if (flat.skipSpaces(lastLabelEnd, start) == start && isPriorityLabel()) {
            reader.skipWord();
            priority = flat.text(start, reader.position());
        }
        priorityOpen = priority == null;
        if (priority != null) {
            priorityPlace = new Range(start, reader.position());
        }
        return priority != null;
    }

    private boolean isPriorityLabel() {
        return Label.PRIORITY.wording.startBefore(flat.chars, 0, lastLabelEnd - 1) != Phrase.NOT_FOUND;
    }

    /** A priority that is a line of its own before any label. */
    private boolean readEarlyPriority(int start) {
        boolean standard = reader.skipWhole(STANDARD);
        int line = flat.lineAt(start);
        if ((standard || reader.skipWhole(EXPEDITED))
                && flat.lineStart(line) == start
                && flat.skipSpaces(reader.position(), reader.end()) >= flat.lineEnd(line)) {
            earlyPriority = standard ? "Standard" : "Expedited";
            earlyPriorityPlace = new Range(start, reader.position());
            return true;
        }
        return false;
    }

    private void closeBlock() {
        int labels = dateLabels.size();
        int known = dateValues.size();
        if (known == 0 && labels > 0 && labels == earlyDates.size() && earlyDatesMayBeColumn()) {
            assign(earlyDates);
            earlyDates.clear();
        } else if (known == labels) {
            assign(dateValues);
            earlyDates.clear();
        } else if (labels > 0 && known > labels && startsColumn(dateStarts.get(labels), known - labels)) {
            assign(dateValues);
            earlyDates.clear();
            earlyDates.addAll(dateValues.subList(labels, known));
        } else if (known > 0 && valueIsBesideLabel()) {
            dates.putIfAbsent(dateLabels.get(labels - 1), dateValues.get(0));
            complete = false;
        } else {
            complete = false;
        }
        columns++;
        dateLabels.clear();
        dateValues.clear();
        dateStarts.clear();
    }

    private void assign(List<DateScanner.Found> values) {
        for (int i = 0; i < dateLabels.size(); i++) {
            dates.putIfAbsent(dateLabels.get(i), values.get(i));
        }
    }

    /** A single date before all labels may as well be that of a covering letter. */
    private boolean earlyDatesMayBeColumn() {
        return columns > 0 || earlyDates.size() > 1;
    }

    /** Whether dates begin another column; a single one does so in a paragraph of its own, for a label may be lost. */
    private boolean startsColumn(int at, int dates) {
        int line = flat.lineAt(at);
        return flat.lineStart(line) == at && (dates > 1 || flat.gapBefore(line) == Gap.PARAGRAPH);
    }

    /** Whether the block's first date follows its last label on the same line, and so must belong to it. */
    private boolean valueIsBesideLabel() {
        int first = dateStarts.get(0);
        return flat.skipSpaces(lastLabelEnd, first) == first && flat.lineAt(lastLabelEnd - 1) == flat.lineAt(first);
    }

    private CaseHeader header() {
        Label decided = dates.containsKey(Label.DECISION_DATE) ? Label.DECISION_DATE : Label.DATED;
        boolean early = caseNumber == null && printed;
        boolean earlyUrgency = priority == null && priorityOpen;
        return new CaseHeader(
                printed,
                complete,
                early ? earlyCaseNumber : caseNumber,
                date(Label.DATE_ASSIGNED),
                date(Label.DATE_OF_INJURY),
                date(decided),
                date(Label.UR_DENIAL_DATE),
                earlyUrgency ? earlyPriority : priority,
                date(Label.APPLICATION_RECEIVED),
                new CaseHeader.Places(
                        early ? earlyCaseNumberPlace : caseNumberPlace,
                        place(Label.DATE_ASSIGNED),
                        place(Label.DATE_OF_INJURY),
                        place(decided),
                        place(Label.UR_DENIAL_DATE),
                        earlyUrgency ? earlyPriorityPlace : priorityPlace,
                        place(Label.APPLICATION_RECEIVED)));
    }

    private @Nullable LocalDate date(Label label) {
        DateScanner.Found found = dates.get(label);
        return found == null ? null : found.date();
    }

    private Range place(Label label) {
        DateScanner.Found found = dates.get(label);
        return found == null ? Range.NONE : found.place();
    }
}
