package imr.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What stands before the verb. */
@Command(
        name = "imr",
        synopsisSubcommandLabel = "VERB",
        description = {"Independent Medical Review letters in, live uphold and overturn metrics out."},
        footer = {"  imr parse letters/  read letters without Kafka", "  imr VERB --help     more on a verb"})
final class ImrCommand {

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show stack traces of errors, and more of what is logged.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }
}
