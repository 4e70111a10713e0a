package imr.runtime;

import imr.serde.RegistryException;
import imr.serde.RegistryFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TransactionAbortableException;

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

    private static final Set<Class<? extends ApiException>> TRANSACTION_LOST = Set.of(
            InvalidPidMappingException.class,
            InvalidProducerEpochException.class,
            InvalidTxnStateException.class,
            OutOfOrderSequenceException.class,
            ProducerFencedException.class,
            TransactionAbortableException.class);

    static Fault of(Throwable thrown) {
        Optional<RegistryException> registry = RegistryFaults.find(thrown);
        if (registry.isPresent()) {
            return new Fault(
                    registry.get().isPassing(), String.valueOf(registry.get().getMessage()));
        }
        List<String> said = new ArrayList<>();
        boolean passing = false;
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            passing |= at instanceof RetriableException || isTransactionLost(at);
            said.add(0, told(at));
        }
        return new Fault(passing, String.join(", in ", said));
    }

    /**
     * Whether the broker has given up the transaction, as it does when it hasn't heard of it for ten seconds: because the
     * broker itself was down, the network was cut, or this process stood still. A new thread with a new producer reads
     * the letters again. Kafka Streams does so by itself for some of these errors and ends the thread for others.
     */
    private static boolean isTransactionLost(Throwable thrown) {
        return TRANSACTION_LOST.stream().anyMatch(error -> error.isInstance(thrown));
    }

    private static String told(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        boolean fromKafka = thrown.getClass().getName().startsWith(KAFKA_ERRORS);
        return fromKafka && !(thrown instanceof SerializationException) && thrown.getMessage() != null
                ? name + " (" + thrown.getMessage().lines().findFirst().orElse("") + ")"
                : name;
    }
}
