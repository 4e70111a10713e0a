package imr.letter;

import imr.avro.Span;
import imr.letter.FoundItem.Range;
import org.jspecify.annotations.Nullable;

/** A fact that may be told several times, but only in one way: told in two ways, it is not known. */
final class Single<T> {

    private @Nullable T value;
    private Range place = Range.NONE;
    private boolean contradicted;

    /** Takes a telling in, and where in the flat text it stands. */
    void add(T told, Range where) {
        if (value == null) {
            place = where;
        } else if (!value.equals(told)) {
            contradicted = true;
        }
        value = told;
    }

    /** It is told, but not in a way that could be read. */
    void contradict() {
        contradicted = true;
    }

    /** The fact, or null if it wasn't told or was told in two ways. */
    @Nullable
    T get() {
        return contradicted ? null : value;
    }

    /** Where the fact is told first; {@link Range#NONE} if it isn't known. */
    Range place() {
        return contradicted ? Range.NONE : place;
    }

    @Nullable
    Span span(FlatText flat) {
        return place().span(flat);
    }

    boolean isTold() {
        return value != null || contradicted;
    }
}
