package imr.dev;

import imr.avro.Guideline;
import imr.dev.letters.GeneratedLetter;
import imr.dev.letters.SampleLetter;
import imr.names.Topic;
import imr.names.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes letters and the guideline reference as an intake would. */
final class LetterPublisher implements AutoCloseable {

    private final Topics topics;
    private final KafkaProducer<byte[], byte[]> producer;

    LetterPublisher(String bootstrapServers, Topics topics) {
        this.topics = topics;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Publishes the reference, waits until the broker has it, and gives the number of guidelines. */
    int publish(List<Guideline> guidelines) throws InterruptedException {
        Topic<String, Guideline> topic = topics.guidelines();
        Future<RecordMetadata> last = null;
        for (Guideline guideline : guidelines) {
            last = producer.send(new ProducerRecord<>(
                    topic.name(),
                    topic.keySerde().serializer().serialize(topic.name(), guideline.getId()),
                    topic.valueSerde().serializer().serialize(topic.name(), guideline)));
        }
        producer.flush();
        if (last != null) {
            confirm(last);
        }
        return guidelines.size();
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
            throw new KafkaException("cannot publish the guideline reference", failed.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
