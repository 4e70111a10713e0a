package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.config.Settings;
import imr.names.Topics;
import imr.serde.SchemaRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** {@code imr reference}: the reference in Kafka, compared with tables in files and brought in line with them. */
@Command(
        name = "reference",
        header = "Load, compare or export the reference in Kafka.",
        description = {
            "The reference says what citations and treatments stand for. Running processes use what its topics hold.",
            "It comes with this program, and may be changed with tables of your own."
        },
        footer = {
            "  imr reference load --config imr.properties",
            "  imr reference export --format csv guidelines > guidelines.csv",
            "  imr reference diff --guidelines guidelines.csv",
            "  imr reference load --guidelines guidelines.csv"
        })
final class ReferenceCommand {

    private final Console console;

    private static final class LoadOptions {
        @Option(names = "--dry-run", description = "Print what would change, and publish nothing.")
        private boolean dryRun;

        @Option(
                names = "--prune",
                description = "Delete what the topics have and the tables don't. Without it, that stays.")
        private boolean prune;
    }

    private static final class ExportOptions {
        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "json (the default): an array; jsonl: an object a line; csv.")
        private ReferenceExport.Format format = ReferenceExport.Format.JSON;

        @Option(names = "--bundled", description = "What comes with this program, without Kafka.")
        private boolean bundled;

        @Parameters(paramLabel = "TABLE", description = "guidelines, sections (theirs; csv alone), or treatments.")
        private ReferenceExport.Table table = ReferenceExport.Table.GUIDELINES;

        @Spec(Target.MIXEE)
        private @Nullable CommandSpec verb;

        ReferenceExport export() {
            if (verb != null && !ReferenceExport.exists(table, format)) {
                throw new ParameterException(
                        verb.commandLine(),
                        "sections are a table of their own in CSV alone (--format csv sections); in JSON they are within"
                                + " the guidelines");
            }
            return new ReferenceExport(table, format);
        }
    }

    ReferenceCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "load",
            header = "Publish the reference: the bundled one, or tables of your own.",
            description = {
                "Prints what differs from the topics, and publishes those records alone. Each replaces the one with its id.",
                "Everything wrong with a table is said at once, and then nothing is done."
            },
            footer = {
                "  imr reference load --config imr.properties",
                "  imr reference load --guidelines own.json --dry-run",
                "  imr reference load --guidelines own.csv --sections own-sections.csv",
                "  imr reference load --prune"
            })
    int load(@Mixin SettingsOptions options, @Mixin ReferenceFiles files, @Mixin LoadOptions how) throws Exception {
        return compare(options, files, how.prune, !how.dryRun);
    }

    @Command(
            name = "diff",
            header = "What load would change.",
            description = {
                "Prints what differs between the topics and the bundled reference, or tables of your own: + for a new record,",
                "~ for a changed one with its fields. Differences don't change the exit code."
            },
            footer = {"  imr reference diff --config imr.properties", "  imr reference diff --guidelines own.json"})
    int diff(@Mixin SettingsOptions options, @Mixin ReferenceFiles files) throws Exception {
        return compare(options, files, false, false);
    }

    @Command(
            name = "export",
            header = "The reference as a table that load reads.",
            description = {
                "Prints what a topic of the reference holds now, by id.",
                "In CSV, a cell with several values has | between them, \\| stands for one within a value, and the guidelines' sections"
                        + " are a table of their own."
            },
            footer = {
                "  imr reference export guidelines > guidelines.json",
                "  imr reference export --format csv sections > sections.csv",
                "  imr reference export --bundled --format csv guidelines > guidelines.csv"
            })
    int export(@Mixin SettingsOptions options, @Mixin ExportOptions what) throws Exception {
        ReferenceExport export = what.export();
        String text;
        if (what.bundled) {
            text = export.bundled();
        } else {
            Settings settings = options.load();
            try (SchemaRegistry registry = Connections.registry(settings)) {
                Topics topics = Connections.topics(settings, registry);
                text = export.of(topics, new ReferenceContent(console, new KafkaClients(settings)));
            }
        }
        console.out().write(text.getBytes(UTF_8));
        return CommandLineProgram.DONE;
    }

    private int compare(SettingsOptions options, ReferenceFiles files, boolean prune, boolean publish)
            throws Exception {
        List<GivenTable<?>> tables = files.tables();
        new ReferenceLoading(console, options.load()).run(tables, prune, publish);
        return CommandLineProgram.DONE;
    }
}
