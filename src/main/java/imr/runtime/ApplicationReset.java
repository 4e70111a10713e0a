package imr.runtime;

import imr.config.Settings;
import imr.names.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Takes an application back to where nothing was counted: its committed offsets, its internal topics, its stores on this
 * machine and the terms that it counted on. The next start reads all letters again.
 *
 * <p>It may be broken off at any point and done again. From its beginning to its end the {@link CountingTopic} refuses
 * every start, since what is half gone would count letters twice.
 */
public final class ApplicationReset implements AutoCloseable {

    private final Settings settings;
    private final Topics topics;
    private final Brokers brokers;
    private final CountingTopic counting;
    private final LocalState local;

    private ApplicationReset(Settings settings, Topics topics, Brokers brokers) {
        this.settings = settings;
        this.topics = topics;
        this.brokers = brokers;
        this.counting = new CountingTopic(settings, brokers);
        this.local = new LocalState(settings);
    }

    /**
     * What there is of an application.
     *
     * @param members instances, or threads of them, that are at work or may still be taken for it
     * @param committed partitions for which it is committed how far it is
     * @param topics its internal topics
     * @param folder its stores on this machine
     */
    public record Found(int members, int committed, List<String> topics, Optional<Path> folder) {

        /** Whether there is nothing to reset. */
        public boolean isNothing() {
            return committed == 0 && topics.isEmpty() && folder.isEmpty();
        }
    }

    /**
     * Makes a client for the brokers of the settings.
     *
     * @throws KafkaException if that can't be done; the message names the brokers
     */
    public static ApplicationReset connect(Settings settings, Topics topics) {
        return new ApplicationReset(settings, topics, Brokers.connect(settings));
    }

    /** Looks, and changes nothing. */
    public Found find() {
        String application = settings.applicationId();
        List<String> internal = new ArrayList<>(brokers.internalTopics(application));
        if (brokers.topics().contains(counting.name())) {
            internal.add(counting.name());
        }
        return new Found(
                members(),
                brokers.committedPartitions(application),
                List.copyOf(internal),
                local.exists() ? Optional.of(local.folder()) : Optional.empty());
    }

    /**
     * Resets.
     *
     * @param emptyOutputs whether outcomes and disputed items are deleted, too, by a tombstone for each
     * @param progress told of each step that is done, in a line
     * @throws GroupNotEmptyException if an instance is at work
     * @throws IOException if the folder can't be deleted
     */
    public void run(boolean emptyOutputs, Consumer<String> progress) throws IOException {
        counting.beginReset();
        deleteGroup(progress);
        for (String topic : brokers.internalTopics(settings.applicationId())) {
            deleteTopic(topic, progress);
        }
        local.delete();
        progress.accept("folder " + local.folder() + " deleted");
        if (emptyOutputs) {
            try (var outputs = new OutputEraser(settings)) {
                for (var topic : List.of(topics.outcomes(), topics.disputedItems())) {
                    long erased = brokers.topics().contains(topic.name()) ? outputs.erase(topic.name()) : 0;
                    progress.accept("topic " + topic.name() + ": " + erased + " records deleted");
                }
            }
        }
        // Last, since it is what keeps instances from starting.
        deleteTopic(counting.name(), progress);
    }

    @Override
    public void close() {
        brokers.close();
    }

    private int members() {
        String group = settings.applicationId();
        try {
            return brokers
                    .ask(brokers.admin().describeConsumerGroups(List.of(group)).all())
                    .values()
                    .stream()
                    .mapToInt(description -> description.members().size())
                    .sum();
        } catch (GroupIdNotFoundException none) {
            return 0;
        }
    }

    /** The broker refuses it if the group has members: there is no moment for one to come in between. */
    private void deleteGroup(Consumer<String> progress) {
        String group = settings.applicationId();
        try {
            brokers.ask(brokers.admin().deleteConsumerGroups(List.of(group)).all());
            progress.accept("group " + group + " deleted");
        } catch (GroupIdNotFoundException none) {
            // As wanted.
        } catch (GroupNotEmptyException working) {
            counting.cancelReset();
            throw working;
        }
    }

    private void deleteTopic(String topic, Consumer<String> progress) {
        try {
            brokers.ask(brokers.admin().deleteTopics(List.of(topic)).all());
            brokers.awaitGone(topic);
            progress.accept("topic " + topic + " deleted");
        } catch (UnknownTopicOrPartitionException gone) {
            // As wanted.
        }
    }
}
