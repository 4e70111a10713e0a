package imr.letter;

import org.jspecify.annotations.Nullable;

/** A fact that may be told several times, but only in one way: told in two ways, it is not known. */
final class Single<T> {

    private @Nullable T value;
    private boolean contradicted;

    void add(T told) {
        if (value != null && !value.equals(told)) {
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

    boolean isTold() {
        return value != null || contradicted;
    }
}
