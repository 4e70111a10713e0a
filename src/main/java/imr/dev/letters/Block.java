package imr.dev.letters;

/**
 * A piece of a letter before it is set.
 *
 * @param kind how it is set
 * @param text its text with single spaces; line breaks only where they are given
 */
record Block(Kind kind, String text) {

    enum Kind {
        /** Lines kept as they are. */
        LINES,
        /** A heading: centred where the layout has columns; text follows without a gap. */
        HEADING,
        /** Running text. */
        TEXT,
        /** Running text directly below what is before it. */
        NEXT_LINE,
        /** An item's label with its decision. */
        LABEL,
        /** A guideline line. */
        GUIDELINE,
        /** A rationale. */
        RATIONALE
    }
}
