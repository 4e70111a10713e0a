package imr.cli;

import imr.spike.SpikeParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code imr spikes backtest}. */
@Command(
        name = "backtest",
        header = "Say which alerts a history would have raised.",
        description = {
            "Reads closed windows in the order in which they arrive and writes what would have been told, a row each. A"
                    + " window that comes again replaces its counts, and alerts are corrected as long as it is among the"
                    + " newest (parameter ring).",
            "IN has the columns key, window_start (2017-02-14T00:00:00Z), upheld and overturned: items in the window, in"
                    + " all. In OUT, evidence is in nats, and lift_lb is by how much the rate is above normal at least.",
            "Parameters with their defaults: delta=0.12 (smallest rise of interest), h=8 (evidence at which an alert"
                    + " opens; 10 for windows of an hour), kappa=1, half_life=60 (days), pi0=0.10 n0=30 and phi0=2.5 b0=30"
                    + " (rate and dispersion of a key without a past, and their weights), min_items=60, min_days=14,"
                    + " min_run=30, resolve=4, quiet=2, new_normal_days=28, stale_days=30, heal=10, ring=8 (48 for hours)."
        },
        footer = {
            "  imr spikes backtest windows.csv alerts.csv",
            "  imr spikes backtest hours.csv alerts.csv h=10 ring=48",
            "  imr spikes backtest - - < windows.csv"
        })
final class BacktestCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable SpikesCommand parent;

    @Spec
    private @Nullable CommandSpec verb;

    @Parameters(index = "0", paramLabel = "IN", description = "CSV file of windows, or - for standard input.")
    private String in = "";

    @Parameters(index = "1", paramLabel = "OUT", description = "CSV file for the alerts, or - for standard output.")
    private String out = "";

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "NAME=VALUE", description = "Parameters of the detector.")
    private List<String> given = List.of();

    @Override
    public Integer call() throws Exception {
        Backtest backtest = new Backtest(parameters());
        Console console = Objects.requireNonNull(parent).console();
        backtest.run(in, out, console);
        console.say(
                "imr spikes backtest: %,d windows of %,d keys, %,d alerts in %,d records%s",
                backtest.windows(),
                backtest.keys(),
                backtest.alerts(),
                backtest.records(),
                backtest.late() == 0 ? "" : "; " + backtest.late() + " corrections came too late");
        return CommandLineProgram.DONE;
    }

    private SpikeParameters parameters() {
        SpikeParameters parameters = SpikeParameters.DAILY;
        List<String> wrong = new ArrayList<>();
        for (String one : given) {
            try {
                int equals = one.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("\"" + one + "\" is no NAME=VALUE");
                }
                parameters = parameters.with(one.substring(0, equals), one.substring(equals + 1));
            } catch (IllegalArgumentException refused) {
                wrong.add(refused.getMessage());
            }
        }
        if (!wrong.isEmpty()) {
            throw new ParameterException(Objects.requireNonNull(verb).commandLine(), String.join("\n", wrong));
        }
        return parameters;
    }
}
