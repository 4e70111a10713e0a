package imr.cli;

import imr.app.ImrStream;
import imr.config.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr run}: the production process. */
@Command(
        name = "run",
        header = "The production process.",
        description = {
            "Reads letters from Kafka as they come and keeps the outcomes up to date, until it is told to end (SIGTERM).",
            "A fault that doesn't pass ends it with exit code 1 and one line that says why."
        },
        footer = {
            "  imr run --config imr.properties",
            "  KAFKA_BOOTSTRAP_SERVERS=broker:9092 IMR_SCHEMA_REGISTRY_URL=http://registry:8081 imr run",
            "  imr run --config imr.properties -X imr.threads=4 -X kafka.num.standby.replicas=1"
        })
final class RunCommand implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(RunCommand.class);

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Override
    public Integer call() throws Exception {
        Settings settings = options.load();
        Logging.ofProcess(settings.processing().logFormat());
        options.report().forEach(log::info);
        try (ImrStream stream = ImrStream.start(settings, new SimpleMeterRegistry())) {
            stream.closeWithJvm();
            Optional<String> failure = stream.awaitEnd();
            if (failure.isPresent()) {
                throw new CommandFailed(failure.get());
            }
        }
        return CommandLineProgram.DONE;
    }
}
