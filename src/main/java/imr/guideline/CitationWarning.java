package imr.guideline;

/** What does not fit between a citation and the reference. A warning never takes the resolution away. */
enum CitationWarning {
    /** No edition of that year is known; the edition that applied is given instead. */
    EDITION_UNKNOWN,
    /** The edition given was not yet in force when the letter was decided. */
    EDITION_NOT_IN_FORCE,
    /** A section cited is not among those known of the guideline. */
    SECTION_UNKNOWN,
    /** A page cited lies behind the guideline's last page. */
    PAGE_OUT_OF_RANGE,
    /** A page cited belongs to a topic other than those cited. The reference's pages are partly unverified. */
    PAGE_TOPIC_MISMATCH
}
