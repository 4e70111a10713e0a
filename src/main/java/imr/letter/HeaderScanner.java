package imr.letter;

import imr.letter.FoundItem.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the case header in whatever order an extractor prints it: the case number and the priority by themselves, the
 * dates by their labels ({@link HeaderDates}).
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

    private final FlatText flat;
    private final CharReader reader;
    private final HeaderDates dates;

    /** Whether a label was met. */
    private boolean printed;

    /** Told behind the first label, and before it, which counts where nothing is told behind it. */
    private @Nullable Value caseNumber;

    private @Nullable Value earlyCaseNumber;
    private @Nullable Value priority;
    private @Nullable Value earlyPriority;
    private boolean priorityOpen;
    private int lastLabelEnd = -1;

    private record Value(String text, Range place) {}

    private HeaderScanner(FlatText flat, int end) {
        this.flat = flat;
        this.reader = new CharReader(flat.chars, 0, end);
        this.dates = new HeaderDates(flat);
    }

    /** Reads the header in front of a letter's text. */
    static CaseHeader scan(FlatText flat) {
        int limit = Math.min(flat.length, REACH);
        int body = flat.heading(BODY, 0, limit);
        return scan(flat, body == Phrase.NOT_FOUND ? limit : body);
    }

    /** Reads the header of a letter from before mid 2014, which ends where the first item or section begins. */
    static CaseHeader scanEarly(FlatText flat) {
        int end = Math.min(flat.length, REACH);
        for (Phrase body : EARLY_BODIES) {
            int at = body.find(flat.chars, 0, end);
            end = at == Phrase.NOT_FOUND ? end : at;
        }
        return scan(flat, end);
    }

    private static CaseHeader scan(FlatText flat, int end) {
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
        dates.closeBlock();
    }

    private boolean readLabel(int start) {
        if (!Chars.isUpper(reader.peek())) {
            return false;
        }
        for (HeaderLabel label : HeaderLabel.all()) {
            reader.moveTo(start);
            if (label.skip(reader) && skipColon()) {
                add(label, start);
                return true;
            }
        }
        reader.moveTo(start);
        if (reader.skip(APPLICATION) && receivedFollows()) {
            add(HeaderLabel.APPLICATION_RECEIVED, start);
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
        return RECEIVED.find(flat.chars, from, to) != Phrase.NOT_FOUND;
    }

    private void add(HeaderLabel label, int start) {
        printed = true;
        lastLabelEnd = reader.position();
        priorityOpen |= label == HeaderLabel.PRIORITY;
        dates.addLabel(label, start, reader.position());
    }

    private boolean readCaseNumber(int start) {
        CaseNumber.Found found = CaseNumber.read(reader, start);
        if (found == null) {
            return false;
        }
        Value value = new Value(found.number(), new Range(start, found.end()));
        if (!printed) {
            earlyCaseNumber = value;
        } else if (caseNumber == null) {
            caseNumber = value;
        }
        return true;
    }

    private boolean readDate(int start) {
        DateScanner.Found found = DateScanner.read(reader, start);
        if (found == null) {
            return false;
        }
        dates.addDate(found);
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
        String known = knownPriority();
        if (known == null && flat.skipSpaces(lastLabelEnd, start) == start && isPriorityLabel()) {
            reader.skipWord();
            known = flat.text(start, reader.position());
        }
        if (known == null) {
            return false;
        }
        priority = new Value(known, new Range(start, reader.position()));
        priorityOpen = false;
        return true;
    }

    private @Nullable String knownPriority() {
        if (reader.skipWhole(STANDARD)) {
            return "Standard";
        }
        return reader.skipWhole(EXPEDITED) ? "Expedited" : null;
    }

    private boolean isPriorityLabel() {
        return HeaderLabel.PRIORITY.endsBefore(flat, lastLabelEnd - 1);
    }

    /** A priority that is a line of its own before any label. */
    private boolean readEarlyPriority(int start) {
        String known = knownPriority();
        int line = flat.lineAt(start);
        if (known == null
                || flat.lineStart(line) != start
                || flat.skipSpaces(reader.position(), reader.end()) < flat.lineEnd(line)) {
            return false;
        }
        earlyPriority = new Value(known, new Range(start, reader.position()));
        return true;
    }

    private CaseHeader header() {
        Value number = caseNumber == null && printed ? earlyCaseNumber : caseNumber;
        Value urgency = priority == null && priorityOpen ? earlyPriority : priority;
        HeaderLabel decided = dates.has(HeaderLabel.DECISION_DATE) ? HeaderLabel.DECISION_DATE : HeaderLabel.DATED;
        return new CaseHeader(
                printed,
                dates.complete(),
                number == null ? null : number.text(),
                dates.date(HeaderLabel.DATE_ASSIGNED),
                dates.date(HeaderLabel.DATE_OF_INJURY),
                dates.date(decided),
                dates.date(HeaderLabel.UR_DENIAL_DATE),
                urgency == null ? null : urgency.text(),
                dates.date(HeaderLabel.APPLICATION_RECEIVED),
                new CaseHeader.Places(
                        number == null ? Range.NONE : number.place(),
                        dates.place(HeaderLabel.DATE_ASSIGNED),
                        dates.place(HeaderLabel.DATE_OF_INJURY),
                        dates.place(decided),
                        dates.place(HeaderLabel.UR_DENIAL_DATE),
                        urgency == null ? Range.NONE : urgency.place(),
                        dates.place(HeaderLabel.APPLICATION_RECEIVED)));
    }
}
