package imr.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all benchmarks have in common. */
final class BenchOptions {

    @Option(names = "--json", defaultValue = "target/bench.json", description = "File for all figures.")
    private Path json;

    @Option(
            names = "--java",
            description =
                    "Option for the contenders' JVMs without its dash; may be repeated. Xmx512m if left out. {name}"
                            + " stands for the name of the run, as in XX:StartFlightRecording:filename={name}.jfr.")
    private List<String> java = List.of("Xmx512m");

    @Option(names = "-X", paramLabel = "NAME=VALUE", description = "Setting of the application; may be repeated.")
    private Map<String, String> settings = Map.of();

    private @Nullable Path folder;

    List<String> javaOptions() {
        return java.stream().map(option -> "-" + option).toList();
    }

    Map<String, String> settings() {
        return settings;
    }

    /** For logs, topics and state; deleted at the end. */
    Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("imr-bench");
        }
        return folder;
    }

    void deleteFolder() throws IOException {
        Utils.delete(folder().toFile());
    }

    void write(Map<String, Object> figures) throws IOException {
        Path parent = json.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), figures);
    }
}
