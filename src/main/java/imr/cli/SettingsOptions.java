package imr.cli;

import imr.config.Settings;
import imr.config.SettingsLoader;
import imr.config.SettingsReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where settings come from, for every verb that has some. */
final class SettingsOptions {

    private static final Map<String, String> NO_REGISTRY = Map.of("schema.registry.url", "http://unused.invalid");
    private static final Map<String, String> NO_BROKER = Map.of("kafka.bootstrap.servers", "unused.invalid:9092");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with settings. The environment (IMR_*, KAFKA_*) counts for more.")
    private @Nullable Path file;

    @Option(
            names = "-X",
            paramLabel = "NAME=VALUE",
            description = "A setting that counts for more than all others. May be repeated.")
    private Map<String, String> flags = new LinkedHashMap<>();

    /** The settings of a verb that talks to Kafka and the schema registry. */
    Settings load() {
        return SettingsLoader.load(file, System.getenv(), flags);
    }

    /** The settings in force, a line each, without secrets. */
    List<String> report() {
        return SettingsReport.lines(file, System.getenv(), flags);
    }

    /** The settings of a verb that talks to Kafka alone, and so isn't to ask for a registry's address. */
    Settings loadWithoutRegistry() {
        flags.putAll(NO_REGISTRY);
        return load();
    }

    /** The settings of a verb that talks to the schema registry alone. */
    Settings loadWithoutBroker() {
        flags.putAll(NO_BROKER);
        return load();
    }

    /** The settings of a verb that talks to nobody. */
    Settings loadOffline() {
        flags.putAll(NO_REGISTRY);
        return loadWithoutBroker();
    }
}
