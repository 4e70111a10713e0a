package imr.cli;

import imr.config.Settings;
import imr.names.Topic;
import imr.serde.AvroSerde;
import imr.serde.SchemaRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr schemas}: the schemas of the topics at the registry. */
@Command(
        name = "schemas",
        header = "Register or check the schemas.",
        description = "Registers the schemas of the topics, or checks that the registry would take them.",
        footer = {"  imr schemas check --config imr.properties", "  imr schemas register --config imr.properties"})
final class SchemasCommand {

    private final Console console;

    SchemasCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "register",
            header = "Register the schemas.",
            description = "Registers each schema under <topic>-key or <topic>-value, unless it is there already.",
            footer = {
                "  imr schemas register --config imr.properties",
                "  imr schemas register -X schema.registry.url=http://registry:8081"
            })
    int register(@Mixin SettingsOptions options) throws Exception {
        Settings settings = options.loadWithoutBroker();
        try (SchemaRegistry registry = Connections.registry(settings)) {
            for (Map.Entry<String, Schema> subject :
                    subjects(settings, registry).entrySet()) {
                int id = registry.register(subject.getKey(), subject.getValue());
                console.print("%s: registered, id %d", subject.getKey(), id);
            }
        }
        return CommandLineProgram.DONE;
    }

    @Command(
            name = "check",
            header = "Check that the registry takes the schemas.",
            description = "Checks that the registry would take each schema: exit code 1 if it refuses one.",
            footer = {
                "  imr schemas check --config imr.properties",
                "  imr schemas check -X schema.registry.url=http://registry:8081"
            })
    int check(@Mixin SettingsOptions options) throws Exception {
        Settings settings = options.loadWithoutBroker();
        int refused = 0;
        try (SchemaRegistry registry = Connections.registry(settings)) {
            for (Map.Entry<String, Schema> subject :
                    subjects(settings, registry).entrySet()) {
                List<String> problems = registry.problems(subject.getKey(), subject.getValue());
                if (problems.isEmpty()) {
                    console.print("%s: compatible", subject.getKey());
                } else {
                    refused++;
                    console.say("imr schemas check: %s is refused: %s", subject.getKey(), String.join(" ", problems));
                }
            }
        }
        return refused == 0 ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    private static Map<String, Schema> subjects(Settings settings, SchemaRegistry registry) {
        Map<String, Schema> subjects = new LinkedHashMap<>();
        for (Topic<?, ?> topic : Connections.topics(settings, registry).all()) {
            for (Serde<?> serde : List.of(topic.keySerde(), topic.valueSerde())) {
                if (serde instanceof AvroSerde<?> avro) {
                    subjects.put(avro.subject(topic.name()), avro.schema());
                }
            }
        }
        return subjects;
    }
}
