package imr.cli;

/** A verb can't do its work. The message is for people: it names the path, topic or setting, and what to do. */
final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1L;

    CommandFailed(String message) {
        super(message);
    }

    CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
