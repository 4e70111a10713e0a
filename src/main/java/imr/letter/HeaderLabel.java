package imr.letter;

/** The labels of the case header. */
enum HeaderLabel {
    CASE_NUMBER("case number"),
    DATE_ASSIGNED("date assigned"),
    DATE_OF_INJURY("date of injury"),
    DECISION_DATE("decision date"),
    /** The decision's day in letters of 2013. */
    DATED("dated"),
    UR_DENIAL_DATE("ur denial date"),
    PRIORITY("priority"),
    APPLICATION_RECEIVED("application received");

    private static final HeaderLabel[] ALL = values();

    final Phrase wording;

    HeaderLabel(String wording) {
        this.wording = Phrase.of(wording);
    }

    /** All labels, in an array that is not to be changed. */
    static HeaderLabel[] all() {
        return ALL;
    }

    boolean isDate() {
        return this != CASE_NUMBER && this != PRIORITY;
    }
}
