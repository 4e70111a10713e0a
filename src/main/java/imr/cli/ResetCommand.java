package imr.cli;

import imr.config.Settings;
import imr.names.Topics;
import imr.runtime.ApplicationReset;
import imr.runtime.ApplicationReset.Found;
import imr.serde.SchemaRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr reset}: back to where nothing was counted. */
@Command(
        name = "reset",
        header = "Give up what was counted, and count from the beginning.",
        description = {
            "Deletes the application's committed offsets, its internal topics, its state folder on this machine, and with them"
                    + " what settings it counted with. The next start reads all letters that are still on their topic. State"
                    + " folders on other machines are found to be old at the next start there.",
            "",
            "Stop all instances first. Prints what it finds, and asks before it does anything. One that was broken off is"
                    + " finished by doing it again."
        },
        footer = {
            "  imr reset --config imr.properties --outputs empty --dry-run",
            "  imr reset --config imr.properties --outputs empty",
            "  imr reset --config imr.properties --outputs keep --yes"
        })
final class ResetCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--outputs",
            required = true,
            paramLabel = "keep|empty",
            description = {
                "What becomes of outcomes and disputed items. Has to be said, since either may be wrong.",
                "empty: each is deleted by a tombstone, so that readers see it go. Until letters are counted again there is"
                        + " nothing.",
                "keep: they stay, to be replaced as letters are counted again. Windows and items that no letter counts in"
                        + " any more, as after a change of imr.zone or imr.dimensions, keep their old values for ever.",
                "Dead letters stay either way; letters that still can't be read come there once more."
            })
    private @Nullable Outputs outputs;

    @Option(names = "--dry-run", description = "Print what there is to be reset, and do nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    enum Outputs {
        KEEP,
        EMPTY
    }

    ResetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = options.loadWithoutRegistry();
        try (SchemaRegistry registry = Connections.registry(settings)) {
            Topics topics = Connections.topics(settings, registry);
            try (ApplicationReset reset = ApplicationReset.connect(settings, topics)) {
                Found found = reset.find();
                print(found, settings, topics);
                if (found.isNothing() && outputs == Outputs.KEEP) {
                    console.say("application %s has nothing to be reset", settings.applicationId());
                    return CommandLineProgram.DONE;
                }
                if (dryRun) {
                    return CommandLineProgram.DONE;
                }
                if (found.members() > 0) {
                    throw stillWorking(settings);
                }
                if (!yes && !confirmed(settings)) {
                    throw new CommandFailed("nothing was changed");
                }
                reset.run(outputs == Outputs.EMPTY, line -> console.say("%s", line));
                console.say("application %s is reset", settings.applicationId());
                return CommandLineProgram.DONE;
            } catch (GroupNotEmptyException working) {
                throw stillWorking(settings);
            }
        }
    }

    private void print(Found found, Settings settings, Topics topics) throws IOException {
        console.print(
                "group %s: offsets of %d partitions, %d members",
                settings.applicationId(), found.committed(), found.members());
        for (String topic : found.topics()) {
            console.print("topic %s: to be deleted", topic);
        }
        if (found.folder().isPresent()) {
            console.print("folder %s: to be deleted", found.folder().get());
        }
        String fate = outputs == Outputs.EMPTY ? "all records to be deleted by tombstones" : "kept";
        console.print("topic %s: %s", topics.outcomes().name(), fate);
        console.print("topic %s: %s", topics.disputedItems().name(), fate);
        console.out().flush();
    }

    private boolean confirmed(Settings settings) throws IOException {
        console.say("This can't be undone. To go on, type the application's id, %s:", settings.applicationId());
        var answer = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
        return answer != null && answer.strip().equals(settings.applicationId());
    }

    private static CommandFailed stillWorking(Settings settings) {
        return new CommandFailed("instances of application " + settings.applicationId()
                + " are at work; stop them first (one that was killed is missed after its session timeout, ten seconds by"
                + " default)");
    }
}
