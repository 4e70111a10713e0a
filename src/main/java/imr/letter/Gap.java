package imr.letter;

/** What stands before a line of a letter. */
enum Gap {
    /** The letter's usual line spacing. */
    LINE,
    /** More than the usual spacing: a new paragraph. */
    PARAGRAPH,
    /** A page break, which may fall within a paragraph or between two. */
    PAGE
}
