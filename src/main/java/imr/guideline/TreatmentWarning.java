package imr.guideline;

/** What does not fit between a request and the vocabulary. */
enum TreatmentWarning {
    /** The vocabulary has no name for what is requested, which is counted under OTHER; its class may be known all the same. */
    TREATMENT_UNRESOLVED
}
