package imr.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import imr.serde.RegistryException;
import imr.serde.SchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Response;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnreadableRecordsTest {
    private static final TaskId GLOBAL = new TaskId(-1, -1);
    private static final TaskId TASK = new TaskId(0, 1);

    private final UnreadableRecords handler = new UnreadableRecords();

    @BeforeEach
    void configure() {
        handler.configure(Map.of(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "imr.letters.dlq",
                DeadLetters.LETTERS_TOPIC, "imr.letters",
                DeadLetters.EVENTS, new Meters(new SimpleMeterRegistry())));
    }

    @Test
    void aLetterIsADeadLetter() {
        Response response = handle("imr.letters", TASK, new SerializationException("x"));

        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("imr.letters.dlq");
            assertThat(letter.value()).isEqualTo("value".getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void aReferenceRecordIsLeftOutSinceTheGlobalThreadCanSendNothing() {
        Response response = handle("imr.guidelines", GLOBAL, new SerializationException("x"));

        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void anInternalRecordStopsTheThread() {
        Response response = handle("imr-stream-tallies-repartition", TASK, new SerializationException("x"));

        assertThat(response.result()).isEqualTo(Result.FAIL);
    }

    @Test
    void aFaultOfTheRegistryStopsTheThreadWhateverTheTopic() {
        RegistryException down;
        try (var registry = SchemaRegistry.connect("http://127.0.0.1:1", Map.of("max.retries", "0"))) {
            down = catchThrowableOfType(RegistryException.class, registry::check);
        }

        assertThat(handle("imr.guidelines", GLOBAL, down).result()).isEqualTo(Result.FAIL);
        assertThat(handle("imr.letters", TASK, down).deadLetterQueueRecords()).isEmpty();
    }

    private Response handle(String topic, TaskId task, Exception failure) {
        byte[] key = "key".getBytes(StandardCharsets.UTF_8);
        byte[] value = "value".getBytes(StandardCharsets.UTF_8);
        var record = new ConsumerRecord<>(topic, 0, 5, key, value);
        var context = new DefaultErrorHandlerContext(
                null, topic, 0, 5, record.headers(), "source", task, 1_487_000_000_000L, key, value);
        return handler.handleError(context, record, failure);
    }
}
