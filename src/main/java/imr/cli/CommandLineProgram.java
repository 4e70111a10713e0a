package imr.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER_HEADING;

import imr.cli.Console.ClosedOutput;
import imr.config.Spelling;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program as the shell sees it: arguments in, exit code out. */
public final class CommandLineProgram {

    /** Exit code: done. */
    public static final int DONE = 0;

    /** Exit code: could not be done. */
    public static final int FAILED = 1;

    /** Exit code: the arguments make no sense. */
    public static final int WRONG_USAGE = 2;

    private static final Map<String, String> EXIT_CODES = exitCodes();

    private final Console console;

    private CommandLineProgram(Console console) {
        this.console = console;
    }

    /** Runs one command line on the process's own streams and returns the exit code. */
    public static int run(String... arguments) {
        return run(Console.ofProcess(), arguments);
    }

    /** As {@link #run(String...)}, on given streams. */
    static int run(Console console, String... arguments) {
        return new CommandLineProgram(console).execute(arguments);
    }

    private int execute(String... arguments) {
        PrintWriter out = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
        try {
            return commandLine().setOut(out).execute(arguments);
        } finally {
            out.flush();
        }
    }

    private CommandLine commandLine() {
        CommandLine imr = new CommandLine(new ImrCommand(console));
        Verbs.of(console).forEach(imr::addSubcommand);
        describe(imr);
        return imr.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(this::runVerb)
                .setExecutionExceptionHandler((failure, verb, parsed) -> failed(failure, verb))
                .setParameterExceptionHandler((problem, given) -> wrongUsage(problem));
    }

    /** What all verbs have in common. */
    private static void describe(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.mixinStandardHelpOptions(true).versionProvider(Version::lines);
        spec.usageMessage()
                .sortOptions(false)
                .sortSynopsis(false)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(EXIT_CODES)
                .footerHeading("%nExamples:%n");
        if (spec.userObject() instanceof ParseCommand) {
            explainCodes(command);
        }
        command.getSubcommands().values().forEach(CommandLineProgram::describe);
    }

    /** Between the exit codes and the examples. */
    private static void explainCodes(CommandLine parse) {
        List<String> sections = new ArrayList<>(parse.getHelpSectionKeys());
        sections.add(sections.indexOf(SECTION_KEY_FOOTER_HEADING), "codes");
        parse.setHelpSectionKeys(sections).getHelpSectionMap().put("codes", help -> CodeTable.text());
    }

    private int runVerb(ParseResult parsed) {
        Logging.start(verbose(parsed.commandSpec()));
        int exitCode = new RunLast().execute(parsed);
        try {
            console.out().flush();
        } catch (ClosedOutput closed) {
            return DONE;
        } catch (IOException failed) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), "Output can't be written", failed);
        }
        return exitCode;
    }

    private int failed(Exception failure, CommandLine verb) {
        if (Failures.causedBy(failure, ClosedOutput.class)) {
            return DONE;
        }
        flushWhatThereIs();
        Failures.describe(failure)
                .lines()
                .forEach(line -> console.say("%s: %s", verb.getCommandSpec().qualifiedName(), line));
        if (verbose(verb.getCommandSpec())) {
            failure.printStackTrace(console.err());
        }
        return FAILED;
    }

    /** Data that was complete before the fault is not to be lost; the fault itself is what gets reported. */
    private void flushWhatThereIs() {
        try {
            console.out().flush();
        } catch (IOException alsoFailed) {
            console.say("Output can't be written: %s", alsoFailed.getMessage());
        }
    }

    private int wrongUsage(ParameterException problem) {
        String verb = problem.getCommandLine().getCommandSpec().qualifiedName();
        console.say("%s: %s", verb, problem.getMessage());
        Optional<String> meant = meantVerb(problem);
        if (meant.isPresent()) {
            console.say("Did you mean: imr %s?", meant.get());
        } else {
            UnmatchedArgumentException.printSuggestions(problem, console.err());
        }
        console.say("%s --help says more", verb);
        return WRONG_USAGE;
    }

    /** Picocli's own suggestions go by pairs of letters, of which short verbs with a slip have hardly one in common. */
    private static Optional<String> meantVerb(ParameterException problem) {
        return problem instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().isEmpty()
                ? Spelling.nearest(
                        unmatched.getUnmatched().get(0),
                        problem.getCommandLine().getSubcommands().keySet())
                : Optional.empty();
    }

    private static boolean verbose(CommandSpec spec) {
        return spec.root().userObject() instanceof ImrCommand imr && imr.verbose();
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(" " + DONE, "done");
        codes.put(" " + FAILED, "failed");
        codes.put(" " + WRONG_USAGE, "wrong usage");
        return codes;
    }
}
