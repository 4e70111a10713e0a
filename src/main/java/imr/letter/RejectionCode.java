package imr.letter;

/** Why a letter could not be read. The list is closed; a code tells nothing of the letter's text. */
public enum RejectionCode {
    /** No characters but white space. */
    EMPTY,
    /** More characters than any letter has; see {@link LetterParser#MAX_LENGTH}. */
    TOO_LONG,
    /** None of the marks by which a determination letter is known. */
    NOT_A_DETERMINATION,
    /** A determination letter without any disputed item. */
    NO_ITEMS,
    /** The fields of an item without the decision that has to stand before them, or with an unknown one. */
    ITEM_WITHOUT_DECISION,
    /** A decision without any words before it that say what was in dispute. */
    ITEM_WITHOUT_LABEL
}
