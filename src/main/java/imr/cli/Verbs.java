package imr.cli;

import java.util.List;

/** The verbs, in the order in which help lists them. */
final class Verbs {

    private Verbs() {}

    static List<Object> of(Console console) {
        return List.of(
                new DemoCommand(console),
                new ParseCommand(console),
                new ExplainCommand(console),
                new RunCommand(),
                new PublishCommand(console),
                new TailCommand(console),
                new TopicsCommand(console),
                new SchemasCommand(console),
                new ReferenceCommand(console),
                new TopologyCommand(console),
                new SpikesCommand(console),
                new ResetCommand(console),
                new GenerateCommand(console));
    }
}
