package imr.config;

import imr.avro.Dimension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * The settings of one process, checked. Printing them shows no secret.
 *
 * @param applicationId names the consumer group and everything internal; changing it starts from nothing
 * @param topicPrefix what every topic's name starts with; may be empty
 * @param kafka Kafka client settings by Kafka's own names, also with Kafka Streams' prefixes such as {@code producer.}
 */
public record Settings(
        String applicationId,
        String topicPrefix,
        Counting counting,
        Processing processing,
        Registry registry,
        TopicDefaults topics,
        Map<String, String> kafka) {

    /**
     * What is counted, and when.
     *
     * @param zone the calendar that windows are aligned to
     * @param dimensions what outcomes are counted by
     * @param claimsAdministrators the names that count by themselves; all others are OTHER
     * @param retention how long a window stays open to late letters, in event time
     */
    public record Counting(
            ZoneId zone,
            EventTime eventTime,
            Set<Dimension> dimensions,
            Set<String> claimsAdministrators,
            Duration retention) {}

    /**
     * How this process works.
     *
     * @param maxLetterBytes bytes up to which a letter is read
     * @param whenReferenceEmpty what to do while a reference topic holds nothing
     * @param commitInterval between transactions, at the most
     * @param idleCommitInterval between a record and its commit while the thread has time for it
     * @param retryTimeout for how long faults that may pass, such as a registry that is down, are tried again
     * @param rocksDbMemoryBytes block cache and write buffers of all stores together
     */
    public record Processing(
            int maxLetterBytes,
            WhenEmpty whenReferenceEmpty,
            Path stateDirectory,
            int threads,
            Duration commitInterval,
            Duration idleCommitInterval,
            Duration closeTimeout,
            Duration retryTimeout,
            long rocksDbMemoryBytes,
            LogFormat logFormat) {}

    /**
     * The schema registry.
     *
     * @param url one address, or several with commas between
     * @param properties the registry client's settings by its own names, the address not among them
     */
    public record Registry(String url, Map<String, String> properties) {
        @Override
        public String toString() {
            return "Registry[url=" + Secrets.shown("schema.registry.url", url) + ", properties="
                    + Secrets.shown(properties) + "]";
        }
    }

    /**
     * For topics that this program creates.
     *
     * @param partitions of every topic but the reference ones
     * @param replication copies of each partition; -1 for the broker's default
     */
    public record TopicDefaults(int partitions, short replication) {}

    /** Which time a letter counts at. */
    public enum EventTime {
        /** The record's own timestamp. */
        RECORD,
        /** The day of the determination, where header or letter give a plausible one. */
        DECISION_DATE
    }

    /** What to do while a reference topic holds nothing. */
    public enum WhenEmpty {
        /** Hold letters back until it holds something. */
        WAIT,
        /** Use the table that comes with the program. */
        BUNDLED
    }

    /** Form of log lines. */
    public enum LogFormat {
        /** For people. */
        TEXT,
        /** One JSON object a line. */
        JSON
    }

    @Override
    public String toString() {
        return "Settings[applicationId=" + applicationId + ", topicPrefix=" + topicPrefix + ", counting=" + counting
                + ", processing=" + processing + ", registry=" + registry + ", topics=" + topics + ", kafka="
                + Secrets.shown(kafka) + "]";
    }
}
