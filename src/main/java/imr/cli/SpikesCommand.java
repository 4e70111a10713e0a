package imr.cli;

import picocli.CommandLine.Command;

/** {@code imr spikes}: the spike detector without Kafka. */
@Command(
        name = "spikes",
        header = "Find spikes of the overturn rate in a file.",
        description = "Runs the spike detector over windows in a file.",
        footer = "  imr spikes backtest windows.csv alerts.csv",
        subcommands = BacktestCommand.class)
final class SpikesCommand {

    private final Console console;

    SpikesCommand(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }
}
