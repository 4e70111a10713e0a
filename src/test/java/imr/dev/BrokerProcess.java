package imr.dev;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/**
 * A Kafka broker as it is run in production: its storage is formatted, and then {@code kafka.Kafka} started, in a JVM of
 * its own. It listens on 127.0.0.1 alone, and keeps its ports when it is restarted.
 */
public final class BrokerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ATTEMPTS = 5;

    /**
     * Below the ports that systems give to outgoing connections. Clients that knock at such a port while the broker is
     * down may be given that very port for their own end, and so keep the broker from having it again.
     */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 30_000;

    private final Path jar;
    private final Path settings;
    private final Path log;
    private final String bootstrapServers;
    private JavaProcess process;

    private BrokerProcess(Path jar, Path settings, Path log, String bootstrapServers) {
        this.jar = jar;
        this.settings = settings;
        this.log = log;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker and returns when it answers.
     *
     * @param jar has Kafka's classes
     * @param directory where topics are kept
     * @param log where the broker's own log goes
     * @param extra broker settings that replace those for development
     */
    public static BrokerProcess start(Path jar, Path directory, Path log, Map<String, String> extra)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Path attempted = Files.createDirectories(directory.resolve("attempt-" + attempt));
            Path settings = write(attempted, BrokerSettings.of(attempted, port, freePort(), extra));
            var broker = new BrokerProcess(jar, settings, log, Loopback.HOST + ":" + port);
            broker.format();
            try {
                broker.launch();
                return broker;
            } catch (IOException failed) {
                boolean ended = !broker.process.isAlive();
                broker.close();
                // One that ended may have had a port taken from it meanwhile.
                if (!ended || attempt == ATTEMPTS) {
                    throw failed;
                }
            }
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops it in good order and starts it again, on the same ports and with what it kept. */
    public void restart() throws IOException, InterruptedException {
        process.terminate(PATIENCE);
        launch();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    private void format() throws IOException, InterruptedException {
        String cluster = Uuid.randomUuid().toString();
        JavaProcess format = java("kafka.tools.StorageTool", "format", "-t", cluster, "-c", settings.toString());
        if (format.awaitEnd() != 0) {
            throw new IOException("the broker's storage can't be formatted, see " + log);
        }
    }

    private void launch() throws IOException, InterruptedException {
        process = java("kafka.Kafka", settings.toString());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            while (process.isAlive() && System.nanoTime() < deadline) {
                if (answers(admin)) {
                    return;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
        throw new IOException("the broker " + (process.isAlive() ? "is not ready" : "ended") + ", see " + log);
    }

    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        }
    }

    private JavaProcess java(String... arguments) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", jar.toString()));
        all.addAll(List.of(arguments));
        return JavaProcess.start(log, all);
    }

    private static Path write(Path directory, Map<String, String> settings) throws IOException {
        var properties = new Properties();
        properties.putAll(settings);
        Path file = directory.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private static int freePort() throws IOException {
        IOException taken = new IOException("no port is free");
        for (int attempt = 0; attempt < 100; attempt++) {
            InetSocketAddress address =
                    Loopback.address(ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT));
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(address);
                return address.getPort();
            } catch (BindException byAnother) {
                taken = byAnother;
            }
        }
        throw taken;
    }
}
