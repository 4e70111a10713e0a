package imr.cli;

import imr.config.Settings;
import imr.config.Settings.WhenEmpty;
import imr.names.Topic;
import imr.names.Topics;
import imr.runtime.TopicCheck;
import imr.serde.SchemaRegistry;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr topics}: the topics that the pipeline reads and writes. */
@Command(
        name = "topics",
        header = "Make or check the topics.",
        description = "Makes the topics that are missing, or checks that all are as they have to be.",
        footer = {"  imr topics check --config imr.properties", "  imr topics create --config imr.properties"})
final class TopicsCommand {

    private final Console console;

    TopicsCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "create",
            header = "Make the topics that are missing.",
            description = "Makes the topics that are missing. Those that are there stay as they are.",
            footer = {
                "  imr topics create --config imr.properties",
                "  imr topics create -X kafka.bootstrap.servers=broker:9092 -X imr.partitions=12"
            })
    int create(@Mixin SettingsOptions options) throws Exception {
        Settings settings = options.loadWithoutRegistry();
        try (SchemaRegistry registry = Connections.registry(settings)) {
            Topics topics = Connections.topics(settings, registry);
            try (TopicCheck check = TopicCheck.connect(settings, topics)) {
                Set<String> made = check.create();
                for (Topic<?, ?> topic : topics.all()) {
                    console.print("%s: %s", topic.name(), made.contains(topic.name()) ? "created" : "already there");
                }
            }
        }
        return CommandLineProgram.DONE;
    }

    @Command(
            name = "check",
            header = "Check the topics.",
            description = "Checks what keeps the pipeline from running: exit code 1 and a line for each problem.",
            footer = {
                "  imr topics check --config imr.properties",
                "  imr topics check -X kafka.bootstrap.servers=broker:9092"
            })
    int check(@Mixin SettingsOptions options) throws Exception {
        Settings settings = options.loadWithoutRegistry();
        try (SchemaRegistry registry = Connections.registry(settings);
                TopicCheck check = TopicCheck.connect(settings, Connections.topics(settings, registry))) {
            List<String> problems = check.problems();
            if (problems.isEmpty() && settings.processing().whenReferenceEmpty() == WhenEmpty.WAIT) {
                problems = check.emptyReference();
            }
            problems.forEach(problem -> console.say("imr topics check: %s", problem));
            if (problems.isEmpty()) {
                console.say("all topics are as they have to be");
            }
            return problems.isEmpty() ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
        }
    }
}
