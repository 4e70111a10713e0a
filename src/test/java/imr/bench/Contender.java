package imr.bench;

import imr.cli.CommandLineProgram;
import imr.config.Settings;
import imr.config.SettingsLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What is measured side by side, each in a JVM of its own. All commit as often, under the group of the settings. */
enum Contender {
    /** Reads letters and does nothing with them: what Kafka alone costs. */
    CONSUMER("bare consumer") {
        @Override
        void run(Settings settings, Path file) throws Exception {
            BareConsumer.run(settings);
        }
    },

    /** The same work in a loop over a consumer and a transactional producer: what a framework is measured against. */
    LOOP("hand-written loop") {
        @Override
        void run(Settings settings, Path file) throws Exception {
            HandWrittenLoop.run(settings);
        }
    },

    /** The application as it is shipped, from its command line. */
    APPLICATION("imr run") {
        @Override
        void run(Settings settings, Path file) {
            CommandLineProgram.run("run", "--config", file.toString());
        }
    },

    /** The same topology as Kafka Streams' own language suggests it. */
    DSL("plain DSL") {
        @Override
        void run(Settings settings, Path file) throws Exception {
            PlainDsl.run(settings);
        }
    };

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Works until the JVM is told to end. */
    abstract void run(Settings settings, Path file) throws Exception;

    /**
     * The program in the other JVM: name of the contender, file of its settings. Answers each line of its input with what
     * it has allocated so far, and ends with its input.
     */
    public static void main(String[] arguments) throws Exception {
        Thread questions = new Thread(Contender::answer, "questions");
        questions.setDaemon(true);
        questions.start();
        Path file = Path.of(arguments[1]);
        valueOf(arguments[0]).run(SettingsLoader.load(file, Map.of(), Map.of()), file);
    }

    private static void answer() {
        try (var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (questions.readLine() != null) {
                JavaProcess.tell(allocatedBytes() + " " + collectionMillis());
            }
        } catch (IOException closed) {
            // The same as its end.
        }
        System.exit(0);
    }

    /** By the threads that are alive, which those that do the work are. */
    private static long allocatedBytes() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (long allocated : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            bytes += Math.max(0, allocated);
        }
        return bytes;
    }

    private static long collectionMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
