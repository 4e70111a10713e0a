package imr.names;

/** Why a record is a dead letter, other than that its letter can't be read at all. */
public enum RefusalCode {
    PARTLY_READ("letter", "Read with a loss, the first of which is at line and column. What could be read is counted."),
    LATE(
            "ledger, outcome",
            "Older than `imr.retention-days` behind the newest letter of its partition; or an amendment of such a letter."),
    INTERNAL_ERROR("letter, guideline", "A fault of the program; the log has the stack trace. Please report it."),
    UNREADABLE("input", "The record itself can't be read."),
    UNWRITABLE("output", "What came of the letter doesn't fit the output topic's schema."),
    TOO_LARGE("output", "What came of the letter is too large for the output topic; only with `at_least_once`.");

    private final String stages;
    private final String meaning;

    RefusalCode(String stages, String meaning) {
        this.stages = stages;
        this.meaning = meaning;
    }

    /** The stages that give it, with commas between. */
    public String stages() {
        return stages;
    }

    /** What it says, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
