package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.avro.Guideline;
import imr.avro.Treatment;
import imr.config.Settings;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import imr.names.Topic;
import imr.names.Topics;
import imr.serde.SchemaRegistry;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr reference}: the reference in Kafka. */
@Command(
        name = "reference",
        header = "Load the reference into Kafka.",
        description = "Loads the guidelines and treatments that come with this program into Kafka.",
        footer = "  imr reference load --config imr.properties")
final class ReferenceCommand {

    private final Console console;

    ReferenceCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "load",
            header = "Publish the guidelines and treatments that come with this program.",
            description = {
                "Publishes guidelines and treatments by id. Running processes use them from then on.",
                "Records of your own under other ids stay; those under the same ids are replaced."
            },
            footer = {"  imr reference load --config imr.properties", "  imr tail --from-beginning --max 3 guidelines"})
    int load(@Mixin SettingsOptions options) throws Exception {
        Settings settings = options.load();
        KafkaClients kafka = new KafkaClients(settings);
        try (SchemaRegistry registry = Connections.registry(settings);
                Producer<byte[], byte[]> producer = kafka.producer()) {
            Topics topics = Connections.topics(settings, registry);
            kafka.requireTopic(topics.guidelines().name());
            kafka.requireTopic(topics.treatments().name());
            publish(producer, topics.guidelines(), "guidelines", BundledGuidelines.load(), Guideline::getId);
            publish(producer, topics.treatments(), "treatments", BundledTreatments.load(), Treatment::getId);
        }
        return CommandLineProgram.DONE;
    }

    private <V> void publish(
            Producer<byte[], byte[]> producer,
            Topic<String, V> topic,
            String what,
            List<V> values,
            Function<V, String> id)
            throws IOException {
        Publishing publishing = new Publishing(console, producer, what, values.size());
        for (V value : values) {
            byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
            publishing.send(new ProducerRecord<>(topic.name(), id.apply(value).getBytes(UTF_8), bytes));
        }
        publishing.finish(topic.name());
    }
}
