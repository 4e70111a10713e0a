package imr.runtime;

import imr.names.RefusalCode;
import imr.serde.RegistryFaults;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to records that can't be written.
 *
 * <p>One for an outside topic that doesn't fit its schema gives a dead letter that names the letter it came from; its
 * bytes may be gone by then, and the place in the headers is where to find them. Counts stand. The same on an internal
 * topic stops the thread, since state would be wrong without it.
 *
 * <p>One that is too large for the broker can't be passed over within a transaction, which the producer has given up by
 * then: it stops the thread, and the log names the limits. Faults that may pass are left to Kafka Streams to try again.
 */
public final class UnwritableRecords implements ProductionExceptionHandler {
    private static final String STAGE = "output";

    private static final Logger log = LoggerFactory.getLogger(UnwritableRecords.class);

    private DeadLetters deadLetters;
    private String application;
    private boolean transactional;

    @Override
    public void configure(Map<String, ?> configuration) {
        deadLetters = DeadLetters.of(configuration);
        application = configuration.get(StreamsConfig.APPLICATION_ID_CONFIG) + "-";
        transactional =
                StreamsConfig.EXACTLY_ONCE_V2.equals(configuration.get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG));
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
        if (failure instanceof RetriableException) {
            return Response.retry();
        }
        if (failure instanceof RecordTooLargeException) {
            log.error(
                    "a record for {} is too large: raise the topic's max.message.bytes or"
                            + " kafka.producer.max.request.size",
                    record.topic());
            if (!transactional && isOutside(record.topic())) {
                return Response.resume(deadLetters.failed(context, STAGE, RefusalCode.TOO_LARGE, failure));
            }
        }
        return Response.fail();
    }

    // Kafka declares the record without its types.
    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception failure,
            SerializationExceptionOrigin origin) {
        boolean recordAtFault = !RegistryFaults.isRegistryFault(failure)
                && (failure instanceof SerializationException || !(failure instanceof KafkaException));
        if (recordAtFault && isOutside(record.topic())) {
            return Response.resume(deadLetters.failed(context, STAGE, RefusalCode.UNWRITABLE, failure));
        }
        log.error("a record for {} can't be written", record.topic(), Untold.of(failure));
        return Response.fail();
    }

    private boolean isOutside(String topic) {
        return !topic.startsWith(application);
    }
}
