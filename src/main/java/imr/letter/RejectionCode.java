package imr.letter;

/** Why a letter could not be read. The list is closed; a code tells nothing of the letter's text. */
public enum RejectionCode {
    EMPTY("Nothing but white space."),
    TOO_LONG("More bytes than `imr.max-letter-bytes`, 1 MiB for `imr parse`."),
    BINARY("A PDF, an office file, an image, an archive or the like; UTF-16; or text full of control characters."),
    NOT_A_DETERMINATION("None of the marks of a determination letter."),
    NOT_ENGLISH("None of the marks of a determination letter, and in another language or script."),
    TRUNCATED("Begins like a determination letter, but ends before its first item does."),
    NO_ITEMS("A determination letter with no disputed item in it."),
    ITEM_WITHOUT_DECISION("The fields of its items have no Upheld or Overturned before them."),
    ITEM_WITHOUT_LABEL("Its decisions have no words before them that say what was in dispute.");

    private final String meaning;

    RejectionCode(String meaning) {
        this.meaning = meaning;
    }

    /** What it says, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
