package imr.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker inside this JVM, for the demo and for tests: one node that is broker and controller at once, listening
 * on 127.0.0.1 only, without authentication. One replica of everything, so a lost directory is lost data.
 *
 * <p>Exactly-once applications run against it. Topics are not created on first use.
 *
 * <p>It is put together from the parts {@link KafkaRaftServer} is made of, because that class terminates the JVM on an
 * internal fault and binds its ports itself. Here a fault is logged as an error and the JVM lives on, with one
 * exception that Kafka leaves no way around: when the data directory fails, or is removed under a running broker, Kafka
 * logs that and halts the JVM. Close the broker first, then delete.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration SIGN_OFF = Duration.ofSeconds(5);

    private final ControllerServer controller;
    private final BrokerServer broker;
    private final String bootstrapServers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(ControllerServer controller, BrokerServer broker, String bootstrapServers) {
        this.controller = controller;
        this.broker = broker;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts a broker with the development settings; see {@link #start(Path, int, Map)}. */
    public static EmbeddedBroker start(Path dataDirectory, int preferredPort) throws IOException {
        return start(dataDirectory, preferredPort, Map.of());
    }

    /**
     * Starts a broker and returns when it accepts requests.
     *
     * @param dataDirectory where topics are kept; made if absent, and used again if an earlier broker left it. A second
     *     broker is refused while one runs on it.
     * @param preferredPort the port for clients, 0 for any; another free one is used if it is taken
     * @param extra broker settings that replace the development ones. Listeners, node identity and directories belong
     *     to this class and cannot be replaced.
     * @throws IOException if the directory cannot be prepared or no port can be bound
     */
    public static EmbeddedBroker start(Path dataDirectory, int preferredPort, Map<String, String> extra)
            throws IOException {
        Path directory = dataDirectory.toAbsolutePath().normalize();
        Files.createDirectories(directory);
        try (BoundListeners listeners = new BoundListeners()) {
            int clientPort = listeners.bind(BrokerSettings.CLIENT_LISTENER, preferredPort);
            int controllerPort = listeners.bind(BrokerSettings.CONTROLLER_LISTENER, 0);
            var config = new KafkaConfig(BrokerSettings.of(directory, clientPort, controllerPort, extra), false);
            BrokerStorage.formatIfNew(config);
            return launch(config, listeners, Loopback.HOST + ":" + clientPort);
        }
    }

    /** The address clients connect to, as {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker and waits until it has; the data directory stays. Closing again does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                broker.shutdown(SIGN_OFF);
            } finally {
                controller.shutdown();
            }
        }
    }

    private static EmbeddedBroker launch(KafkaConfig config, BoundListeners listeners, String bootstrapServers) {
        var stored = KafkaRaftServer.initializeLogDirs(config, log, "");
        var shared = new SharedServer(
                config,
                stored._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                (name, fatal, action) -> new LoggingFaultHandler(name, action),
                listeners);
        var controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), stored._2());
        var embedded = new EmbeddedBroker(controller, new BrokerServer(shared), bootstrapServers);
        try {
            controller.startup();
            embedded.broker.startup();
            return embedded;
        } catch (Throwable failed) {
            embedded.closeAfter(failed);
            throw failed;
        }
    }

    private void closeAfter(Throwable failed) {
        try {
            close();
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
