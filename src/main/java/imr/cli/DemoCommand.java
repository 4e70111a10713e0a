package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.dev.Demo;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code imr demo}: the main job on real parts, to watch. */
@Command(
        name = "demo",
        header = "Watch the whole pipeline at work, with a broker of its own.",
        description = {
            "Starts a Kafka broker and a schema registry in this process, runs the pipeline on sample letters and shows"
                    + " the outcomes as they come. Goes on with made-up letters until Ctrl-C.",
            "Needs nothing but this program, and keeps nothing."
        },
        footer = {"  imr demo", "  imr demo --once"})
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--once", description = "End after the sample letters.")
    private boolean once;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        PrintStream out = new PrintStream(console.out(), true, UTF_8);
        Demo demo = new Demo(out, Console.isTerminal(), once, Demo.USUAL_BROKER_PORT, Demo.USUAL_REGISTRY_PORT);
        demo.stopWithJvm();
        return demo.run() ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }
}
