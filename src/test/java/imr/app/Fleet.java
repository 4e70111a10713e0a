package imr.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The instances of the application, two to begin with. */
final class Fleet implements AutoCloseable {

    private final Path jar;
    private final Map<String, String> settings;
    private final Path states;
    private final Path logs;
    private final List<Instance> instances = new ArrayList<>();

    /**
     * Nothing runs yet.
     *
     * @param settings those that all instances share
     * @param states where each has a state directory
     * @param logs where each has a log
     */
    Fleet(Path jar, Map<String, String> settings, Path states, Path logs) {
        this.jar = jar;
        this.settings = settings;
        this.states = states;
        this.logs = logs;
    }

    /** Starts one more. */
    Instance join() throws IOException {
        String name = "imr-" + (instances.size() + 1);
        Instance instance = new Instance(name, jar, settings, states.resolve(name), logs.resolve(name + ".log"));
        instance.start();
        instances.add(instance);
        return instance;
    }

    /** Any of those that run. */
    Instance pick(Random random) {
        List<Instance> running = running();
        return running.get(random.nextInt(running.size()));
    }

    List<Instance> running() {
        return instances.stream().filter(Instance::isStarted).toList();
    }

    /** Fails if one has ended without having been told to. */
    void requireAlive() {
        for (Instance instance : instances) {
            assertThat(instance.hasFailed())
                    .as(instance + " ended by itself, see " + instance.log())
                    .isFalse();
        }
    }

    int starts() {
        return instances.stream().mapToInt(Instance::starts).sum();
    }

    List<Path> logs() {
        return instances.stream().map(Instance::log).toList();
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
    }
}
