package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.config.Settings;
import imr.pipeline.Pipeline;
import imr.runtime.Meters;
import imr.serde.SchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr topology}: the pipeline as Kafka Streams sees it. */
@Command(
        name = "topology",
        header = "Print the Kafka Streams topology.",
        description = "Prints the description of the Kafka Streams topology. Talks to nobody.",
        footer = {"  imr topology", "  imr topology -X imr.topic-prefix=test."})
final class TopologyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    TopologyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = options.loadOffline();
        try (SchemaRegistry registry = Connections.registry(settings)) {
            String description = Pipeline.topology(
                            settings, Connections.topics(settings, registry), new Meters(new SimpleMeterRegistry()))
                    .describe()
                    .toString();
            console.out().write(description.getBytes(UTF_8));
        }
        return CommandLineProgram.DONE;
    }
}
