package imr.dev.letters;

/** How text extraction leaves the two-column case header. */
enum HeaderStyle {
    /** Two columns a line; the date of receipt stands on the first of the label's two lines. */
    TWO_COLUMNS,
    /** The same with the date of receipt on the second line. */
    TWO_COLUMNS_LATE,
    /** All labels, then all values. */
    LABELS_FIRST,
    /** One label and its value a line. */
    ONE_COLUMN
}
