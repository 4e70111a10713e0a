package imr.dev;

import imr.config.Settings;
import imr.names.Topic;
import imr.names.Topics;
import imr.runtime.TopicCheck;
import imr.serde.AvroSerde;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serde;

/** What has to be there before letters can be processed. */
final class DemoGround {

    private final Settings settings;
    private final Topics topics;

    DemoGround(Settings settings, Topics topics) {
        this.settings = settings;
        this.topics = topics;
    }

    /** Creates the topics and gives their names. */
    Collection<String> createTopics() {
        try (TopicCheck check = TopicCheck.connect(settings, topics)) {
            return check.create();
        }
    }

    /** Registers the schemas of all topics and gives their subjects. */
    Collection<String> registerSchemas() {
        Set<String> subjects = new TreeSet<>();
        for (Topic<?, ?> topic : topics.all()) {
            for (Serde<?> serde : List.of(topic.keySerde(), topic.valueSerde())) {
                if (serde instanceof AvroSerde<?> avro) {
                    avro.prepare(topic.name());
                    subjects.add(avro.subject(topic.name()));
                }
            }
        }
        return subjects;
    }
}
