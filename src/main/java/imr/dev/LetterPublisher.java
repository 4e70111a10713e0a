package imr.dev;

import imr.avro.Guideline;
import imr.avro.Treatment;
import imr.dev.letters.GeneratedLetter;
import imr.dev.letters.SampleLetter;
import imr.names.Topic;
import imr.names.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes letters and the reference as an intake would. */
final class LetterPublisher implements AutoCloseable {

    private final Topics topics;
    private final KafkaProducer<byte[], byte[]> producer;

    LetterPublisher(String bootstrapServers, Topics topics) {
        this.topics = topics;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        // The topics were made a moment ago. A request that overtakes one which found no leader would
                        // have that one refused for good.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Publishes guidelines, waits until the broker has them, and gives their number. */
    int publishGuidelines(List<Guideline> guidelines) throws InterruptedException {
        return publish(topics.guidelines(), guidelines, Guideline::getId);
    }

    /** Publishes treatments, waits until the broker has them, and gives their number. */
    int publishTreatments(List<Treatment> treatments) throws InterruptedException {
        return publish(topics.treatments(), treatments, Treatment::getId);
    }

    private <V> int publish(Topic<String, V> topic, List<V> values, Function<V, String> id)
            throws InterruptedException {
        Future<RecordMetadata> last = null;
        for (V value : values) {
            last = producer.send(new ProducerRecord<>(
                    topic.name(),
                    topic.keySerde().serializer().serialize(topic.name(), id.apply(value)),
                    topic.valueSerde().serializer().serialize(topic.name(), value)));
        }
        producer.flush();
        if (last != null) {
            confirm(last);
        }
        return values.size();
    }

    void publish(SampleLetter letter) {
        send(letter.key(), letter.headers(), letter.text());
    }

    void publish(GeneratedLetter letter) {
        send(letter.key(), letter.headers(), letter.text());
    }

    /** Waits until the broker has everything. */
    void flush() {
        producer.flush();
    }

    private void send(String key, Map<String, String> headers, byte[] text) {
        var record = new ProducerRecord<>(topics.letters().name(), key.getBytes(StandardCharsets.UTF_8), text);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var unused = producer.send(record);
    }

    private static void confirm(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException failed) {
            throw new KafkaException("cannot publish the reference", failed.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
