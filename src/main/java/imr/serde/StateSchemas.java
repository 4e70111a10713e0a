package imr.serde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The schemas that state was ever written with, by version, from the resources. */
final class StateSchemas {
    private StateSchemas() {}

    /** All versions of a record's schema, oldest first; empty if there is none. */
    static List<Schema> versions(String name) {
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; ; version++) {
            try (InputStream stored = StateSchemas.class.getResourceAsStream("/" + path(name, version))) {
                if (stored == null) {
                    return versions;
                }
                versions.add(new Schema.Parser().parse(stored));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(path(name, version), unreadable);
            }
        }
    }

    static String path(String name, int version) {
        return "state/" + name + "." + version + ".avsc";
    }
}
