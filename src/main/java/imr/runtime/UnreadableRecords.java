package imr.runtime;

import imr.names.RefusalCode;
import imr.serde.RegistryFaults;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to records that can't be read.
 *
 * <p>A letter would go to the dead-letter topic; letters are read as bare bytes, so none should. A reference record is
 * left out with an error in the log: the global thread can send nothing, and one bad record must not keep the rest from
 * being used. An unreadable internal record stops the thread, since this program itself wrote it. A fault of the
 * registry always does, since it says nothing of the record.
 */
public final class UnreadableRecords implements DeserializationExceptionHandler {
    private static final String STAGE = "input";

    private static final Logger log = LoggerFactory.getLogger(UnreadableRecords.class);

    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configuration) {
        deadLetters = DeadLetters.of(configuration);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
        if (RegistryFaults.isRegistryFault(failure)) {
            return Response.fail();
        }
        if (deadLetters.isLetter(context)) {
            return Response.resume(deadLetters.failed(context, STAGE, RefusalCode.UNREADABLE, failure));
        }
        if (isGlobal(context)) {
            log.error("{} can't be read and is left out", DeadLetters.place(context), Untold.of(failure));
            return Response.resume();
        }
        log.error("{} can't be read", DeadLetters.place(context), Untold.of(failure));
        return Response.fail();
    }

    private static boolean isGlobal(ErrorHandlerContext context) {
        return context.taskId() == null || context.taskId().partition() < 0;
    }
}
