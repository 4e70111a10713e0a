package imr.runtime;

import imr.names.RefusalCode;
import imr.names.RejectedException;
import imr.serde.RegistryFaults;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stage throws.
 *
 * <p>A refused record goes to the dead-letter topic. So does a letter that a stage without state stumbles over. All else
 * stops the thread, and with it the transaction: faults of Kafka, of a store or of the registry, since they say nothing
 * of the record; and a surprise behind the ledger, since part of what the letter changes may be done by then, and a
 * dead letter would leave it half counted.
 */
public final class ProcessingFailures implements ProcessingExceptionHandler {

    private static final String READS_LETTERS = "letter";

    /** Nodes before the first one that keeps or sends anything. */
    private static final Set<String> WITHOUT_STATE = Set.of("letter", "guideline");

    private static final Logger log = LoggerFactory.getLogger(ProcessingFailures.class);

    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configuration) {
        deadLetters = DeadLetters.of(configuration);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        if (failure instanceof RejectedException refusal
                && (!isBytesLost(context, record) || isReadInPart(context, record))) {
            return Response.resume(deadLetters.refused(context, record, refusal));
        }
        boolean letterAtFault = deadLetters.isLetter(context)
                && WITHOUT_STATE.contains(context.processorNodeId())
                && !isBytesLost(context, record)
                && !(failure instanceof KafkaException)
                && !RegistryFaults.isRegistryFault(failure);
        if (letterAtFault) {
            return Response.resume(
                    deadLetters.failed(context, context.processorNodeId(), RefusalCode.INTERNAL_ERROR, failure));
        }
        log.error(
                "{} stopped in {}: {}",
                DeadLetters.place(context),
                context.processorNodeId(),
                failure.getClass().getName());
        return Response.fail();
    }

    /** The first stage refuses a letter behind what it sent on of it, all of which stands; it has the bytes in hand. */
    private static boolean isReadInPart(ErrorHandlerContext context, Record<?, ?> record) {
        return context.processorNodeId().equals(READS_LETTERS) && DeadLetters.isAsReceived(record);
    }

    /** Kafka Streams lets go of a record's bytes as soon as something is sent on its behalf. */
    private boolean isBytesLost(ErrorHandlerContext context, Record<?, ?> record) {
        return deadLetters.isLetter(context)
                && context.sourceRawKey() == null
                && context.sourceRawValue() == null
                && (record == null || record.value() != null);
    }
}
