package imr.runtime;

import imr.names.Headers;
import imr.names.RefusalCode;
import imr.names.RejectedException;
import imr.names.StageEvents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the records for the dead-letter topic: key, value and headers as received, and on top of them Kafka Streams' own
 * error headers and this program's. None of the added ones holds text of the letter.
 *
 * <p>The three exception handlers share it. Kafka Streams makes handlers from their class alone, so all that they need
 * to know comes through its configuration.
 */
final class DeadLetters {
    /** In the configuration: the {@link StageEvents} to tell. */
    static final String EVENTS = "imr.stage-events";

    /** In the configuration: name of the topic that letters come in by. */
    static final String LETTERS_TOPIC = "imr.letters-topic";

    static final String EXCEPTION = "__streams.errors.exception";
    static final String MESSAGE = "__streams.errors.message";
    static final String STACKTRACE = "__streams.errors.stacktrace";
    static final String TOPIC = "__streams.errors.topic";
    static final String PARTITION = "__streams.errors.partition";
    static final String OFFSET = "__streams.errors.offset";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final String topic;
    private final String lettersTopic;
    private final StageEvents events;

    private DeadLetters(String topic, String lettersTopic, StageEvents events) {
        this.topic = topic;
        this.lettersTopic = lettersTopic;
        this.events = events;
    }

    static DeadLetters of(Map<String, ?> configuration) {
        return new DeadLetters(
                value(configuration, StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, String.class),
                value(configuration, LETTERS_TOPIC, String.class),
                value(configuration, EVENTS, StageEvents.class));
    }

    private static <T> T value(Map<String, ?> configuration, String name, Class<T> type) {
        if (type.isInstance(configuration.get(name))) {
            return type.cast(configuration.get(name));
        }
        throw new IllegalArgumentException("the handlers of failed records need " + name);
    }

    /** Whether a record came in as a letter, rather than from an internal or a reference topic. */
    boolean isLetter(ErrorHandlerContext context) {
        return lettersTopic.equals(context.topic());
    }

    /** Whether a record is a letter that no stage has made anything of yet. */
    static boolean isAsReceived(@Nullable Record<?, ?> record) {
        return record != null
                && record.value() instanceof byte[]
                && (record.key() == null || record.key() instanceof byte[]);
    }

    /**
     * What a stage refused. The stage that reads letters may have sent on a part of one before: the letter's bytes are
     * then those of the record that it was given.
     */
    List<ProducerRecord<byte[], byte[]>> refused(
            ErrorHandlerContext context, @Nullable Record<?, ?> record, RejectedException refusal) {
        log.info("{} to {}: {}", place(context), topic, refusal.getMessage());
        byte[] key = context.sourceRawKey();
        byte[] value = context.sourceRawValue();
        if (key == null && value == null && record != null && isAsReceived(record)) {
            key = (byte[]) record.key();
            value = (byte[]) record.value();
        }
        ProducerRecord<byte[], byte[]> letter = letter(context, key, value, refusal.stage(), refusal.code(), refusal);
        add(letter, MESSAGE, String.valueOf(refusal.getMessage()));
        if (refusal.line() > 0) {
            add(letter, Headers.ERROR_LINE, Integer.toString(refusal.line()));
            add(letter, Headers.ERROR_COLUMN, Integer.toString(refusal.column()));
        }
        return List.of(letter);
    }

    /** What failed unexpectedly. */
    List<ProducerRecord<byte[], byte[]>> failed(
            ErrorHandlerContext context, String stage, RefusalCode code, Exception failure) {
        Untold untold = Untold.of(failure);
        log.error("{} to {}: {} in {}", place(context), topic, code, stage, untold);
        ProducerRecord<byte[], byte[]> letter =
                letter(context, context.sourceRawKey(), context.sourceRawValue(), stage, code.name(), failure);
        add(letter, MESSAGE, code + " in " + stage);
        add(letter, STACKTRACE, untold.stack());
        return List.of(letter);
    }

    private ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context, byte[] key, byte[] value, String stage, String code, Exception failure) {
        events.deadLettered(stage, code);
        Long timestamp = context.timestamp() < 0 ? null : context.timestamp();
        var letter = new ProducerRecord<>(topic, null, timestamp, key, value, context.headers());
        add(letter, EXCEPTION, failure.getClass().getName());
        add(letter, TOPIC, String.valueOf(context.topic()));
        add(letter, PARTITION, Integer.toString(context.partition()));
        add(letter, OFFSET, Long.toString(context.offset()));
        add(letter, Headers.ERROR_STAGE, stage);
        add(letter, Headers.ERROR_CODE, code);
        return letter;
    }

    /** Replaces what the record brought along under that name, such as from an earlier life as a dead letter. */
    private static void add(ProducerRecord<byte[], byte[]> letter, String header, String value) {
        letter.headers().remove(header).add(header, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Where a record stood; all that may be said of it. */
    static String place(ErrorHandlerContext context) {
        return context.topic() + "-" + context.partition() + "@" + context.offset();
    }
}
