package imr.names;

/**
 * A record that a stage refuses: it goes to the dead-letter topic with the stage and a code, and the pipeline goes on.
 * Carries neither text of the record nor a stack trace, since it is an expected outcome and not a fault of the program.
 */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String stage;
    private final String code;
    private final int line;
    private final int column;

    /** A refusal at a place of the letter, line and column from 1. */
    public RejectedException(String stage, String code, int line, int column) {
        super(stage + " stage: " + code + (line > 0 ? " at " + line + ":" + column : ""), null, false, false);
        this.stage = stage;
        this.code = code;
        this.line = line;
        this.column = column;
    }

    /** A refusal of the record as a whole. */
    public RejectedException(String stage, String code) {
        this(stage, code, 0, 0);
    }

    public String stage() {
        return stage;
    }

    public String code() {
        return code;
    }

    /** Line from 1; 0 where the fault has no place. */
    public int line() {
        return line;
    }

    /** Column from 1; 0 where the fault has no place. */
    public int column() {
        return column;
    }
}
