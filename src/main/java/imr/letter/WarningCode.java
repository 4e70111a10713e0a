package imr.letter;

/** What was odd in a letter that could be read. The list is closed; a code tells nothing of the letter's text. */
public enum WarningCode {
    /** Case header printed, but one of its dates is missing, unreadable or can't be told to belong to its label. */
    HEADER_INCOMPLETE,
    /** The reviewer's state of licensure or specialty is missing. */
    CREDENTIALS_INCOMPLETE,
    /** An item has no guideline line of the claims administrator. */
    ADMINISTRATOR_GUIDELINE_MISSING,
    /** An item has no guideline line of the reviewer. */
    REVIEWER_GUIDELINE_MISSING,
    /** An item has no rationale. */
    RATIONALE_MISSING,
    /** A guideline line, or a part of it, follows none of the known wordings. */
    CITATION_UNREAD,
    /** Neither layout nor line ends tell where an item's label starts: it was taken to start a sentence. */
    LABEL_START_UNCERTAIN,
    /** Something stands between a decision and the fields of its item. */
    TEXT_AFTER_DECISION,
    /** A line ends in a decision that no item's fields follow. */
    DECISION_WITHOUT_FIELDS,
    /** An item is left out: no known decision where one has to stand. */
    ITEM_WITHOUT_DECISION,
    /** An item is left out: a decision without any words before it that say what was in dispute. */
    ITEM_WITHOUT_LABEL,
    /** The sentences on an item differ: in their words, of which the last are taken, or in the decision, and it is left out. */
    ITEM_STATED_DIFFERENTLY,
    /** The numbers of the items skip one, which is not found. */
    ITEM_NUMBER_MISSING
}
