package imr.names;

/** Names of record headers. None ever carries text of a letter. */
public final class Headers {

    /** On letters: who denied or modified the treatment; letters never say it themselves. */
    public static final String CLAIMS_ADMINISTRATOR = "imr-claims-administrator";

    /** On letters: day of the determination, ISO (2017-02-14), for intakes that know it. */
    public static final String DECISION_DATE = "imr-decision-date";

    /** On dead letters: code of what was wrong. */
    public static final String ERROR_CODE = "imr.error.code";

    /** On dead letters: stage that refused the record. */
    public static final String ERROR_STAGE = "imr.error.stage";

    /** On dead letters: line of the letter, from 1, where the fault has a place. */
    public static final String ERROR_LINE = "imr.error.line";

    /** On dead letters: column in that line, from 1. */
    public static final String ERROR_COLUMN = "imr.error.column";

    private Headers() {}
}
