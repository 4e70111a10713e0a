package imr.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import imr.serde.RegistryException;
import imr.serde.SchemaRegistry;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.streams.errors.StreamsException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    @Test
    void aRegistryThatIsDownMayPassAndIsNamed() {
        try (var registry = SchemaRegistry.connect("http://127.0.0.1:1", Map.of("max.retries", "0"))) {
            RegistryException down = Assertions.catchThrowableOfType(RegistryException.class, () -> registry.check());

            Fault fault = Fault.of(new StreamsException("any", new StreamsException(down)));

            assertThat(fault.passing()).isTrue();
            assertThat(fault.line()).startsWith("schema registry http://127.0.0.1:1 can't be used");
        }
    }

    @Test
    void aTimeoutOfKafkaMayPass() {
        Fault fault = Fault.of(new StreamsException("any", new TimeoutException("no answer for 60000 ms\nmore")));

        assertThat(fault).isEqualTo(new Fault(true, "TimeoutException (no answer for 60000 ms), in StreamsException"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                InvalidTxnStateException.class,
                InvalidProducerEpochException.class,
                OutOfOrderSequenceException.class,
                ProducerFencedException.class,
                TransactionAbortableException.class,
                UnknownProducerIdException.class
            })
    void aTransactionThatTheBrokerHasGivenUpMayBeDoneAgain(Class<? extends KafkaException> error) throws Exception {
        KafkaException lost = error.getConstructor(String.class).newInstance("timed out");

        Fault fault = Fault.of(new StreamsException("any", new StreamsException(lost)));

        assertThat(fault.passing()).isTrue();
        assertThat(fault.line()).startsWith(error.getSimpleName() + " (timed out)");
    }

    @Test
    void whatKafkaRefusesStays() {
        Fault fault = Fault.of(new TopicAuthorizationException("Not authorized to access topics: [imr.letters]"));

        assertThat(fault.passing()).isFalse();
        assertThat(fault.line()).contains("Not authorized to access topics: [imr.letters]");
    }

    @Test
    void messagesThatMayHoldLetterTextAreNotQuoted() {
        var thrown = new StreamsException(
                new IllegalStateException("planted-marker", new SerializationException("planted-marker")));

        Fault fault = Fault.of(thrown);

        assertThat(fault)
                .isEqualTo(new Fault(false, "SerializationException, in IllegalStateException, in StreamsException"));
    }
}
