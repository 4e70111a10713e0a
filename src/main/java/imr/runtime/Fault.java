package imr.runtime;

import imr.serde.RegistryException;
import imr.serde.RegistryFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A fault that stopped a stream thread: whether it may pass, and one line on what it was.
 *
 * <p>The line quotes only messages that can't hold text of a letter: those of the registry's faults and of Kafka's own
 * errors. Of the rest it gives the class.
 *
 * @param passing whether trying again may help
 * @param line what happened, for the log and for the user
 */
record Fault(boolean passing, String line) {
    private static final String KAFKA_ERRORS = "org.apache.kafka.common.errors.";

    static Fault of(Throwable thrown) {
        Optional<RegistryException> registry = RegistryFaults.find(thrown);
        if (registry.isPresent()) {
            return new Fault(
                    registry.get().isPassing(), String.valueOf(registry.get().getMessage()));
        }
        List<String> said = new ArrayList<>();
        boolean passing = false;
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            passing |= at instanceof RetriableException;
            said.add(0, told(at));
        }
        return new Fault(passing, String.join(", in ", said));
    }

    private static String told(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        boolean fromKafka = thrown.getClass().getName().startsWith(KAFKA_ERRORS);
        return fromKafka && !(thrown instanceof SerializationException) && thrown.getMessage() != null
                ? name + " (" + thrown.getMessage().lines().findFirst().orElse("") + ")"
                : name;
    }
}
