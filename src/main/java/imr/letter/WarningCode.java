package imr.letter;

/** What was odd in a letter that could be read. The list is closed; a code tells nothing of the letter's text. */
public enum WarningCode {
    HEADER_INCOMPLETE(false, "The case header is printed, but one of its dates is missing or unreadable."),
    CREDENTIALS_INCOMPLETE(false, "The reviewer's state of licensure or specialty is missing."),
    ADMINISTRATOR_GUIDELINE_MISSING(false, "An item has no guideline line of the claims administrator."),
    REVIEWER_GUIDELINE_MISSING(false, "An item has no guideline line of the reviewer."),
    RATIONALE_MISSING(false, "An item has no rationale."),
    RATIONALE_CONTRADICTS(
            false, "A rationale's last sentence plainly says the opposite of the decision, which counts as printed."),
    CITATION_UNREAD(false, "A guideline line, or a part of it, has none of the known wordings."),
    LABEL_START_UNCERTAIN(false, "Where an item's label starts was told by a sentence's end alone."),
    TEXT_AFTER_DECISION(false, "Something stands between a decision and the fields of its item."),
    TRUNCATED(true, "The text ends in the middle of an item; what stands there of it is counted."),
    DECISION_WITHOUT_FIELDS(true, "A line ends in a decision, but no item's fields follow."),
    ITEM_WITHOUT_DECISION(true, "An item is left out: no known decision where one has to stand."),
    ITEM_WITHOUT_LABEL(true, "An item is left out: no words before its decision that say what was in dispute."),
    ITEM_REWORDED(false, "The sentences on an item differ in their words; the last ones are taken."),
    ITEM_DECIDED_BOTH_WAYS(true, "An item is left out: one sentence on it upholds the denial, another overturns it."),
    ITEM_COUNTS_DIFFER(
            false, "The list of decisions at a letter's front and that at its end don't hold the same items."),
    ITEM_NUMBER_MISSING(true, "The numbers of the items skip one, which is not found.");

    private final boolean loss;
    private final String meaning;

    WarningCode(boolean loss, String meaning) {
        this.loss = loss;
        this.meaning = meaning;
    }

    /** Whether something of the letter is lost, so that a person has to look at it: it is dead-lettered, too. */
    public boolean isLoss() {
        return loss;
    }

    /** What it says, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
