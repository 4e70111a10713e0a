package imr.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one place that tells a fault of the schema registry from bad data, and a passing fault from a lasting one. */
public final class RegistryFaults {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private RegistryFaults() {}

    /** Whether an exception, or what caused it, is a fault of the registry. */
    public static boolean isRegistryFault(@Nullable Throwable thrown) {
        return find(thrown).isPresent();
    }

    /** The registry's fault among an exception and its causes. */
    public static Optional<RegistryException> find(@Nullable Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof RegistryException fault) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** What the registry's client reported, as our own exception; {@code what} says what was wanted, and where. */
    static RegistryException of(String what, Exception reported) {
        if (reported instanceof RestClientException answer) {
            return new RegistryException(what + ": " + answer.getMessage(), isPassing(answer.getStatus()), answer);
        }
        String reason = reported.getMessage() == null
                ? reported.getClass().getSimpleName()
                : reported.getClass().getSimpleName() + ", " + reported.getMessage();
        return new RegistryException(what + ": " + reason, reported instanceof IOException, reported);
    }

    private static boolean isPassing(int status) {
        return status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR;
    }
}
