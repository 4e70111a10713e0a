package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.config.Settings;
import imr.names.Topic;
import imr.names.Topics;
import imr.serde.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Brings the reference topics in line with tables: says what differs, and publishes that. */
final class ReferenceLoading {

    private final Console console;
    private final Settings settings;

    ReferenceLoading(Console console, Settings settings) {
        this.console = console;
        this.settings = settings;
    }

    /**
     * Compares tables with their topics.
     *
     * @param prune whether what only a topic has is to go
     * @param publish whether the differences are published, or only said
     * @throws CommandFailed if anything doesn't fit together; then nothing is published
     */
    void run(List<GivenTable<?>> tables, boolean prune, boolean publish) throws Exception {
        KafkaClients kafka = new KafkaClients(settings);
        try (SchemaRegistry registry = Connections.registry(settings)) {
            Topics topics = Connections.topics(settings, registry);
            ReferenceContent content = new ReferenceContent(console, kafka);
            TableProblems problems = new TableProblems();
            List<ReferenceChange<?>> changes = new ArrayList<>();
            for (GivenTable<?> table : tables) {
                changes.add(change(table, topics, content, prune, problems));
            }
            problems.stop();
            for (ReferenceChange<?> change : changes) {
                print(change);
            }
            if (publish) {
                for (ReferenceChange<?> change : changes) {
                    publish(change, topics, kafka);
                }
            }
        }
    }

    private static <T extends SpecificRecord> ReferenceChange<T> change(
            GivenTable<T> table, Topics topics, ReferenceContent content, boolean prune, TableProblems problems)
            throws CommandFailed {
        Topic<String, T> topic = table.kind().topic().apply(topics);
        Map<String, T> present = content.of(topic);
        GivenTable<T> completed = table.completedFrom(present);
        completed.check(prune ? Map.of() : present, problems);
        return ReferenceChange.between(present, completed, topic.name(), prune);
    }

    private void print(ReferenceChange<?> change) throws Exception {
        if (!change.lines().isEmpty()) {
            console.print("%s", change.topic());
            for (String line : change.lines()) {
                console.print("  %s", line);
            }
        }
        console.out().flush();
        console.say("%s", change.summary());
    }

    private <T extends SpecificRecord> void publish(ReferenceChange<T> change, Topics topics, KafkaClients kafka)
            throws Exception {
        if (change.size() == 0) {
            return;
        }
        Topic<String, T> topic = change.kind().topic().apply(topics);
        try (Producer<byte[], byte[]> producer = kafka.producer()) {
            Publishing publishing =
                    new Publishing(console, producer, change.kind().name(), change.size());
            for (Map.Entry<String, T> one : change.written().entrySet()) {
                byte[] value = topic.valueSerde().serializer().serialize(topic.name(), one.getValue());
                publishing.send(new ProducerRecord<>(topic.name(), one.getKey().getBytes(UTF_8), value));
            }
            if (change.prune()) {
                for (String id : change.missing()) {
                    publishing.send(new ProducerRecord<>(topic.name(), id.getBytes(UTF_8), null));
                }
            }
            publishing.finish(topic.name());
        }
    }
}
