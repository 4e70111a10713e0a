package imr.runtime;

import imr.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application's stores on this machine. They are copies of what Kafka has, and know by the offset how much of it they
 * hold. After a reset Kafka has something else under the same offsets; so a file beside the folder says which state it
 * belongs to, and a folder of another state is deleted.
 */
final class LocalState {
    private static final Logger log = LoggerFactory.getLogger(LocalState.class);

    private final Path folder;
    private final Path idFile;

    LocalState(Settings settings) {
        Path parent = settings.processing().stateDirectory();
        folder = parent.resolve(settings.applicationId());
        idFile = parent.resolve(settings.applicationId() + ".state-id");
    }

    Path folder() {
        return folder;
    }

    boolean exists() {
        return Files.exists(folder);
    }

    /** Deletes the folder unless it is known to belong to the state with that id. */
    void keepOnlyOf(String stateId) {
        try {
            if (Files.exists(idFile) && Files.readString(idFile).equals(stateId)) {
                return;
            }
            if (exists()) {
                log.info("{} holds another state and is deleted; the stores are restored from Kafka", folder);
            }
            delete();
            Files.createDirectories(folder.getParent());
            Files.writeString(idFile, stateId);
        } catch (IOException failed) {
            throw new UncheckedIOException("the state folder can't be prepared: " + folder, failed);
        }
    }

    void delete() throws IOException {
        // The id goes first: without it what is left of the folder is of no state.
        Files.deleteIfExists(idFile);
        Utils.delete(folder.toFile());
    }
}
