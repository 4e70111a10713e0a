package imr.dev;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/** Gives a broker's directories the identity without which it doesn't start. */
final class BrokerStorage {
    private BrokerStorage() {}

    /** Formats the configured directories for a new cluster, unless an earlier broker has done so. */
    static void formatIfNew(KafkaConfig config) throws IOException {
        List<String> directories =
                List.of(config.metadataLogDir(), config.logDirs().get(0));
        var loader = new MetaPropertiesEnsemble.Loader();
        loader.addLogDirs(directories);
        if (loader.load().clusterId().isPresent()) {
            return;
        }
        // The formatter reports to standard output unless told otherwise.
        try (var unread = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(unread)
                    .setNodeId(config.nodeId())
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setDirectories(directories)
                    .setMetadataLogDirectory(config.metadataLogDir())
                    .run();
        } catch (Exception failed) {
            throw new IOException("cannot prepare the broker's data directories " + directories, failed);
        }
    }
}
