package imr.dev;

import imr.config.Settings;
import imr.config.SettingsLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A broker and a registry of the demo's own, and settings that lead to them. Closing leaves nothing behind. */
final class DemoEnvironment implements AutoCloseable {

    private final Path folder;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private DemoEnvironment(Path folder, EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.folder = folder;
        this.broker = broker;
        this.registry = registry;
    }

    /** Starts both on the ports given, or on free ones where those are taken. */
    static DemoEnvironment start(int brokerPort, int registryPort) throws IOException {
        Path folder = Files.createTempDirectory("imr-demo");
        try {
            EmbeddedRegistry registry = EmbeddedRegistry.start(registryPort);
            try {
                return new DemoEnvironment(
                        folder, EmbeddedBroker.start(folder.resolve("broker"), brokerPort), registry);
            } catch (IOException | RuntimeException failed) {
                registry.close();
                throw failed;
            }
        } catch (IOException | RuntimeException failed) {
            delete(folder);
            throw failed;
        }
    }

    /** Settings for a process that works here; counts the administrators by name. */
    Settings settings(List<String> claimsAdministrators) {
        return SettingsLoader.load(
                null,
                Map.of(),
                Map.of(
                        "kafka.bootstrap.servers", bootstrapServers(),
                        "schema.registry.url", registryUrl(),
                        "imr.application-id", "imr-demo",
                        "imr.partitions", "3",
                        "imr.commit-interval-ms", "500",
                        "imr.claims-administrators", String.join(",", claimsAdministrators),
                        "imr.state-dir", folder.resolve("state").toString()));
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    String registryUrl() {
        return registry.url();
    }

    Path folder() {
        return folder;
    }

    /** Ends both and deletes the folder; the broker goes first, for it halts the JVM when its folder is gone. */
    @Override
    public void close() {
        try {
            broker.close();
        } finally {
            registry.close();
        }
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + folder, failed);
        }
    }
}
