package imr.cli;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.StreamsException;

/** What to tell people of an exception: in most cases one line. */
final class Failures {

    private Failures() {}

    static String describe(Throwable failure) {
        Throwable telling = telling(failure);
        String message = telling.getMessage();
        boolean speaksForItself = telling instanceof CommandFailed
                || telling instanceof KafkaException
                || telling.getClass().getName().startsWith("imr.");
        if (speaksForItself && message != null) {
            return message;
        }
        String name = telling.getClass().getSimpleName();
        return (message == null ? name : name + ": " + message) + " (--verbose shows where)";
    }

    /** Whether some exception of the type is among the causes. */
    static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The exception within those that only say that something else went wrong. */
    private static Throwable telling(Throwable failure) {
        Throwable telling = failure;
        while (telling.getCause() != null
                && (telling instanceof ExecutionException
                        || telling instanceof CompletionException
                        || telling instanceof StreamsException)) {
            telling = telling.getCause();
        }
        return telling;
    }
}
