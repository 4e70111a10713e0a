package imr.letter;

import java.util.stream.Stream;

/** The labels of the case header. */
enum HeaderLabel {
    CASE_NUMBER("case number"),
    DATE_ASSIGNED("date assigned"),
    DATE_OF_INJURY("date of injury"),
    DECISION_DATE("decision date"),
    /** The decision's day in letters of 2013. */
    DATED("dated"),
    /** Letters of 2013 have another wording. */
    UR_DENIAL_DATE("ur denial date", "date of ur decision"),
    PRIORITY("priority"),
    APPLICATION_RECEIVED("application received");

    private static final HeaderLabel[] ALL = values();

    @SuppressWarnings("ImmutableEnumChecker") // never changed, never given out
    private final Phrase[] wordings;

    HeaderLabel(String... wordings) {
        this.wordings = Stream.of(wordings).map(Phrase::of).toArray(Phrase[]::new);
    }

    /** All labels, in an array that is not to be changed. */
    static HeaderLabel[] all() {
        return ALL;
    }

    /** Steps over the label's words if they are next. */
    boolean skip(CharReader reader) {
        for (Phrase wording : wordings) {
            if (reader.skip(wording)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the label's words end right before a place. */
    boolean endsBefore(FlatText flat, int end) {
        for (Phrase wording : wordings) {
            if (wording.startBefore(flat.chars, 0, end) != Phrase.NOT_FOUND) {
                return true;
            }
        }
        return false;
    }

    boolean isDate() {
        return this != CASE_NUMBER && this != PRIORITY;
    }
}
