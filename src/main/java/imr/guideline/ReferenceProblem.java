package imr.guideline;

/**
 * Something wrong with a record of the reference that its schema doesn't show.
 *
 * @param id the record's id
 * @param column where in it, for example {@code aliases} or {@code sections.lastPage}
 * @param problem what is wrong, and what to do about it
 */
public record ReferenceProblem(String id, String column, String problem) {}
