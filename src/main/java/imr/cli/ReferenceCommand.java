package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.avro.Guideline;
import imr.config.Settings;
import imr.guideline.BundledGuidelines;
import imr.names.Topic;
import imr.serde.SchemaRegistry;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr reference}: the guideline reference in Kafka. */
@Command(
        name = "reference",
        header = "Load the guideline reference into Kafka.",
        description = "Loads the guideline reference that comes with this program into Kafka.",
        footer = "  imr reference load --config imr.properties")
final class ReferenceCommand {

    private final Console console;

    ReferenceCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "load",
            header = "Publish the guidelines that come with this program.",
            description = {
                "Publishes the guidelines by id. Running processes use them from then on.",
                "Guidelines of your own under other ids stay; those under the same ids are replaced."
            },
            footer = {"  imr reference load --config imr.properties", "  imr tail --from-beginning --max 3 guidelines"})
    int load(@Mixin SettingsOptions options) throws Exception {
        Settings settings = options.load();
        KafkaClients kafka = new KafkaClients(settings);
        List<Guideline> guidelines = BundledGuidelines.load();
        try (SchemaRegistry registry = Connections.registry(settings);
                Producer<byte[], byte[]> producer = kafka.producer()) {
            Topic<String, Guideline> topic =
                    Connections.topics(settings, registry).guidelines();
            kafka.requireTopic(topic.name());
            Publishing publishing = new Publishing(console, producer, "guidelines", guidelines.size());
            for (Guideline guideline : guidelines) {
                byte[] value = topic.valueSerde().serializer().serialize(topic.name(), guideline);
                publishing.send(
                        new ProducerRecord<>(topic.name(), guideline.getId().getBytes(UTF_8), value));
            }
            publishing.finish(topic.name());
        }
        return CommandLineProgram.DONE;
    }
}
