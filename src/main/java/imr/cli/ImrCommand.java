package imr.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What stands before the verb; alone it is the demo. */
@Command(
        name = "imr",
        synopsisSubcommandLabel = "[VERB]",
        description = {
            "Independent Medical Review letters in, live uphold and overturn metrics out.",
            "Without a verb: the demo, which needs nothing but this program."
        },
        footer = {
            "  imr                              watch the whole pipeline at work",
            "  imr parse letters/               read letters without Kafka",
            "  imr run --config imr.properties  the production process",
            "  imr VERB --help                  more on a verb"
        })
final class ImrCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show stack traces of errors, and more of what is logged.")
    private boolean verbose;

    ImrCommand(Console console) {
        this.console = console;
    }

    boolean verbose() {
        return verbose;
    }

    @Override
    public Integer call() throws Exception {
        return new DemoCommand(console).call();
    }
}
