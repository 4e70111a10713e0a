package imr.runtime;

import imr.config.Settings;
import imr.names.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Looks at the topics before the start, and makes those that are missing when told to. */
public final class TopicCheck implements AutoCloseable {
    /** Room that a dead letter's headers take beyond the letter. */
    private static final int HEADERS = 64 << 10;

    private final Brokers brokers;
    private final Topics topics;
    private final List<NewTopic> plan;

    private TopicCheck(Brokers brokers, Topics topics, List<NewTopic> plan) {
        this.brokers = brokers;
        this.topics = topics;
        this.plan = plan;
    }

    /**
     * Makes a client for the brokers of the settings.
     *
     * @throws KafkaException if its settings are wrong or no broker's address can be resolved; the message names them
     */
    public static TopicCheck connect(Settings settings, Topics topics) {
        return new TopicCheck(Brokers.connect(settings), topics, TopicPlan.of(settings, topics));
    }

    /**
     * What keeps the program from running, each with its fix; empty if nothing does.
     *
     * @throws KafkaException if the brokers can't be asked; the message names them
     */
    public List<String> problems() {
        Set<String> missing = new TreeSet<>();
        plan.forEach(topic -> missing.add(topic.name()));
        missing.removeAll(brokers.topics());
        if (!missing.isEmpty()) {
            return List.of("missing topics: " + String.join(", ", missing) + " (make them with: imr topics create)");
        }
        List<String> problems = new ArrayList<>();
        int letters = largest(topics.letters().name());
        int deadLetters = largest(topics.deadLetters().name());
        if (deadLetters < letters + HEADERS) {
            problems.add("topic " + topics.deadLetters().name() + " can't hold the largest letter: its "
                    + TopicConfig.MAX_MESSAGE_BYTES_CONFIG + " is " + deadLetters + " (raise it to "
                    + (letters + HEADERS) + ")");
        }
        return problems;
    }

    /**
     * The reference topics, which have to be there, that hold nothing, each with its fix.
     *
     * @throws KafkaException if the brokers can't be asked; the message names them
     */
    public List<String> emptyReference() {
        return Stream.of(topics.guidelines().name(), topics.treatments().name())
                .filter(this::isEmpty)
                .map(topic -> "topic " + topic + " is empty (fill it with: imr reference load)")
                .toList();
    }

    /** Makes the topics that are missing, and gives their names. Those that are there stay as they are. */
    public Set<String> create() {
        Set<String> made = new TreeSet<>();
        brokers.admin().createTopics(plan).values().forEach((name, future) -> {
            try {
                brokers.ask(future);
                made.add(name);
            } catch (TopicExistsException there) {
                // As wanted.
            }
        });
        return made;
    }

    @Override
    public void close() {
        brokers.close();
    }

    private boolean isEmpty(String topic) {
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        Map<TopicPartition, OffsetSpec> last = new HashMap<>();
        brokers.ask(brokers.admin().describeTopics(List.of(topic)).allTopicNames())
                .values()
                .forEach(description -> description.partitions().forEach(partition -> {
                    var at = new TopicPartition(topic, partition.partition());
                    first.put(at, OffsetSpec.earliest());
                    last.put(at, OffsetSpec.latest());
                }));
        return offsets(first).equals(offsets(last));
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetSpec> wanted) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        brokers.ask(brokers.admin().listOffsets(wanted).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private int largest(String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return brokers.ask(brokers.admin().describeConfigs(List.of(resource)).all()).values().stream()
                .flatMap(configuration -> configuration.entries().stream())
                .filter(entry -> entry.name().equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG))
                .mapToInt(entry -> Integer.parseInt(entry.value()))
                .findFirst()
                .orElseThrow();
    }
}
