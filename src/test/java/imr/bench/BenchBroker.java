package imr.bench;

import imr.dev.EmbeddedBroker;
import imr.dev.EmbeddedRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A broker and a schema registry in a JVM of their own. */
final class BenchBroker implements AutoCloseable {

    /** Nothing is compacted while it is measured, so that the bytes of a topic are those that were written. */
    private static final Map<String, String> SETTINGS = Map.of(
            "log.cleaner.min.compaction.lag.ms", "86400000",
            "log.segment.bytes", Integer.toString(1 << 30),
            "num.io.threads", "4");

    private final JavaProcess process;
    private final String bootstrapServers;
    private final String registryUrl;

    private BenchBroker(JavaProcess process, String bootstrapServers, String registryUrl) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
    }

    static BenchBroker start(Path folder) throws IOException {
        JavaProcess process = JavaProcess.start(
                "broker",
                folder,
                List.of("-Xmx1g"),
                BenchBroker.class,
                List.of(folder.resolve("broker").toString()));
        try {
            return new BenchBroker(process, process.answer(), process.answer());
        } catch (IOException | RuntimeException failed) {
            process.close();
            throw failed;
        }
    }

    /** The program in the other JVM: prints both addresses, and ends with its input. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0, SETTINGS);
                EmbeddedRegistry registry = EmbeddedRegistry.start(0)) {
            JavaProcess.tell(broker.bootstrapServers());
            JavaProcess.tell(registry.url());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    String registryUrl() {
        return registryUrl;
    }

    Duration cpu() {
        return process.cpu();
    }

    @Override
    public void close() {
        process.close();
    }
}
