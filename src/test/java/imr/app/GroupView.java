package imr.app;

import imr.names.StoreNames;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The application as its broker sees it: who works on what, and what is left to do. */
final class GroupView implements AutoCloseable {

    private static final String CLIENT = ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG;

    private final String applicationId;
    private final TestTopics topics;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> committedRecords;

    GroupView(String bootstrapServers, String applicationId, TestTopics topics) {
        this.applicationId = applicationId;
        this.topics = topics;
        admin = Admin.create(Map.of(CLIENT, bootstrapServers));
        committedRecords = new KafkaConsumer<>(
                Map.of(CLIENT, bootstrapServers, ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Partitions by the client id of the instances that have some; empty while they are being shared out. */
    Map<String, Integer> partitionsByClient() throws ExecutionException, InterruptedException {
        ConsumerGroupDescription group;
        try {
            group = admin.describeConsumerGroups(List.of(applicationId))
                    .describedGroups()
                    .get(applicationId)
                    .get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw failed;
        }
        if (group.groupState() != GroupState.STABLE) {
            return Map.of();
        }
        return group.members().stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .collect(Collectors.toMap(
                        GroupView::clientId,
                        member -> member.assignment().topicPartitions().size(),
                        Integer::sum));
    }

    /** Kafka Streams puts the name of the thread behind it. */
    private static String clientId(MemberDescription member) {
        String name = member.clientId();
        int thread = name.indexOf("-StreamThread-");
        return thread < 0 ? name : name.substring(0, thread);
    }

    /**
     * Whether every letter is done with, down to the topics that others read: letters and then sums consumed in
     * transactions that are over, and no transaction open behind either step. In this order, since each step is over for
     * good only when the one before is.
     */
    boolean isIdle() throws ExecutionException, InterruptedException {
        String sums = applicationId + "-" + StoreNames.TALLIES + "-repartition";
        return topics.lettersLeft() == 0
                && nothingOpen(sums)
                && nothingLeft(sums)
                && nothingOpen(topics.names().outcomes().name())
                && nothingOpen(topics.names().disputedItems().name())
                && nothingOpen(topics.names().deadLetters().name());
    }

    private boolean nothingOpen(String topic) throws ExecutionException, InterruptedException {
        return ends(topic, IsolationLevel.READ_COMMITTED).equals(ends(topic, IsolationLevel.READ_UNCOMMITTED));
    }

    private Map<TopicPartition, Long> ends(String topic, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions(topic).stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(latest, new ListOffsetsOptions(isolation))
                .all()
                .get();
        Map<TopicPartition, Long> ends = new HashMap<>();
        found.forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Offsets alone don't tell: the ends of transactions have some, too, and nobody consumes those. */
    private boolean nothingLeft(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        Collection<TopicPartition> partitions = partitions(topic);
        committedRecords.assign(partitions);
        for (TopicPartition partition : partitions) {
            if (done.get(partition) == null) {
                committedRecords.seekToBeginning(List.of(partition));
            } else {
                committedRecords.seek(partition, done.get(partition));
            }
        }
        Map<TopicPartition, Long> ends = committedRecords.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> committedRecords.position(p) < ends.get(p))) {
            if (!committedRecords.poll(Duration.ofMillis(200)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Collection<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    @Override
    public void close() {
        admin.close();
        committedRecords.close();
    }
}
