package imr.dev;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of a broker that is alone, small, quick to start, and able to run exactly-once applications. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CLIENT_LISTENER = "CLIENT";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String INTERNAL_PARTITIONS = "3";
    private static final String MEBIBYTES_2 = Integer.toString(2 << 20);
    private static final String MEBIBYTES_64 = Integer.toString(64 << 20);

    private BrokerSettings() {}

    /** The broker's whole configuration: defaults, then the caller's, then what {@link EmbeddedBroker} itself owns. */
    static Map<String, String> of(Path directory, int clientPort, int controllerPort, Map<String, String> extra) {
        Map<String, String> settings = new HashMap<>(defaults());
        settings.putAll(extra);
        settings.putAll(owned(directory, clientPort, controllerPort));
        return settings;
    }

    private static Map<String, String> defaults() {
        return Map.ofEntries(
                // One node: every topic has one replica, the internal ones too.
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("offsets.topic.num.partitions", INTERNAL_PARTITIONS),
                Map.entry("transaction.state.log.num.partitions", INTERNAL_PARTITIONS),
                Map.entry("share.coordinator.state.topic.num.partitions", INTERNAL_PARTITIONS),
                // A misspelt topic must fail here as it does in production.
                Map.entry("auto.create.topics.enable", "false"),
                // Nobody waits: first rebalance, abandoned transactions, registration.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
                Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                // Signing off costs nothing with one node; without it the next start on the same directory is refused
                // until the old registration's session has run out.
                Map.entry("controlled.shutdown.enable", "true"),
                // Small: threads, the cleaner's buffers, the index files mapped for every partition.
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("group.coordinator.threads", "1"),
                Map.entry("num.recovery.threads.per.data.dir", "1"),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", MEBIBYTES_2),
                Map.entry("log.segment.bytes", MEBIBYTES_64),
                Map.entry("log.index.size.max.bytes", Integer.toString(256 << 10)),
                Map.entry("metadata.log.segment.bytes", MEBIBYTES_64));
    }

    private static Map<String, String> owned(Path directory, int clientPort, int controllerPort) {
        String clients = CLIENT_LISTENER + "://" + Loopback.HOST + ":" + clientPort;
        String controller = CONTROLLER_LISTENER + "://" + Loopback.HOST + ":" + controllerPort;
        return Map.ofEntries(
                Map.entry("node.id", Integer.toString(NODE_ID)),
                Map.entry("process.roles", "broker,controller"),
                // Apart, because only then does Kafka lock the metadata before it opens them: a second broker on the
                // same directory would otherwise write into the first one's log before it is refused.
                Map.entry("metadata.log.dir", directory.resolve("metadata").toString()),
                Map.entry("log.dirs", directory.resolve("topics").toString()),
                Map.entry("listeners", clients + "," + controller),
                Map.entry("advertised.listeners", clients),
                Map.entry(
                        "listener.security.protocol.map",
                        CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT"),
                Map.entry("inter.broker.listener.name", CLIENT_LISTENER),
                Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                Map.entry("controller.quorum.voters", NODE_ID + "@" + Loopback.HOST + ":" + controllerPort));
    }
}
