package imr.runtime;

/**
 * An exception without what it said. Messages of what failed on a record may quote the record, and so never reach a log
 * or a header; the class and the stack tell where to look.
 */
final class Untold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Untold(Throwable failed) {
        super(failed.getClass().getName(), null, false, true);
        setStackTrace(failed.getStackTrace());
    }

    /** The exception's class and where it was thrown, and no more. */
    static Untold of(Throwable failed) {
        return new Untold(failed);
    }

    /** The same as text, a line a frame. */
    String stack() {
        StringBuilder text = new StringBuilder(getMessage());
        for (StackTraceElement frame : getStackTrace()) {
            text.append("\n\tat ").append(frame);
        }
        return text.toString();
    }
}
