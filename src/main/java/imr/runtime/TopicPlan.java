package imr.runtime;

import static java.util.Map.entry;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import imr.config.Settings;
import imr.names.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** How this program's topics are made. */
final class TopicPlan {
    private static final String LARGEST = Integer.toString(StreamsProperties.LARGEST_RECORD);
    private static final String FOREVER = "-1";
    /** Long enough for somebody to look, mend and publish again. */
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(365);
    /** Reference data is small, and every instance reads all of it. */
    private static final int REFERENCE_PARTITIONS = 1;

    private TopicPlan() {}

    static List<NewTopic> of(Settings settings, Topics topics) {
        int partitions = settings.topics().partitions();
        Optional<Short> replication =
                Optional.of(settings.topics().replication()).filter(copies -> copies > 0);
        // Event times go back for years, and Kafka counts retention from them. Twice, since the outcome stage keeps its
        // windows for as long.
        Duration outcomesKept = settings.counting().retention().multipliedBy(2);
        return List.of(
                topic(
                        topics.letters().name(),
                        partitions,
                        replication,
                        Map.ofEntries(
                                entry(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE),
                                entry(RETENTION_MS_CONFIG, FOREVER))),
                topic(topics.guidelines().name(), REFERENCE_PARTITIONS, replication, compacted()),
                topic(topics.treatments().name(), REFERENCE_PARTITIONS, replication, compacted()),
                topic(topics.disputedItems().name(), partitions, replication, compacted()),
                topic(
                        topics.outcomes().name(),
                        partitions,
                        replication,
                        Map.ofEntries(
                                entry(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT + "," + CLEANUP_POLICY_DELETE),
                                entry(RETENTION_MS_CONFIG, Long.toString(outcomesKept.toMillis())))),
                topic(
                        topics.deadLetters().name(),
                        partitions,
                        replication,
                        Map.ofEntries(
                                entry(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE),
                                // A dead letter keeps its letter's event time, which may lie beyond any retention.
                                entry(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"),
                                entry(MAX_MESSAGE_BYTES_CONFIG, LARGEST),
                                entry(RETENTION_MS_CONFIG, Long.toString(DEAD_LETTERS_KEPT.toMillis())))));
    }

    private static Map<String, String> compacted() {
        return Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT, MAX_MESSAGE_BYTES_CONFIG, LARGEST);
    }

    private static NewTopic topic(
            String name, int partitions, Optional<Short> replication, Map<String, String> configuration) {
        return new NewTopic(name, Optional.of(partitions), replication).configs(configuration);
    }
}
