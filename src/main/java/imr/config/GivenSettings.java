package imr.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what was given, later sources over earlier ones; notes what can't be read or isn't known on the way. */
final class GivenSettings {
    private final Map<String, Given> values = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> known = new TreeSet<>(SettingsDef.all().names());

    GivenSettings() {
        known.addAll(RegistryNames.known());
    }

    Map<String, Given> values() {
        return values;
    }

    List<String> problems() {
        return problems;
    }

    void addFile(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            problems.add("--config " + file + ": can't be read as UTF-8 properties ("
                    + unreadable.getClass().getSimpleName() + ")");
            return;
        }
        properties
                .stringPropertyNames()
                .forEach(
                        name -> add(name, new Given(properties.getProperty(name).strip(), "file " + file)));
    }

    void addEnvironment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((variable, value) -> {
            String source = "environment " + variable;
            Given given = new Given(value.strip(), source);
            Environment.setting(variable, known).ifPresentOrElse(name -> values.put(name, given), () -> {
                if (Environment.isOwn(variable)) {
                    addUnknownVariable(variable, source);
                } else if (Environment.isKafka(variable)) {
                    addKafka(Environment.kafkaSetting(variable), given);
                }
            });
        });
    }

    void addFlags(Map<String, String> flags) {
        flags.forEach((name, value) -> add(name, new Given(value.strip(), "-X")));
    }

    private void add(String name, Given given) {
        Optional<String> near = Spelling.nearest(name, known);
        if (known.contains(name) || name.startsWith("kafka.") || (RegistryNames.mayBe(name) && near.isEmpty())) {
            values.put(name, given);
            return;
        }
        String meant = near.or(() -> Optional.of("kafka." + name).filter(it -> KafkaNames.isKnown(name)))
                .map(right -> "; did you mean " + right + "?")
                .orElse("; its settings start with imr., kafka. or schema.registry.");
        problems.add(name + " (" + given.source() + "): is no setting of this program" + meant);
    }

    /** Tools beside this one have variables of that prefix too, so only what Kafka knows, or nearly, is taken. */
    private void addKafka(String name, Given given) {
        String bare = name.substring("kafka.".length());
        if (KafkaNames.isKnown(bare) || KafkaNames.nearMiss(bare).isPresent()) {
            values.put(name, given);
        }
    }

    private void addUnknownVariable(String variable, String source) {
        String meant = Spelling.nearest(variable, Environment.variables(known))
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        problems.add(variable + " (" + source + "): is no setting of this program" + meant);
    }
}
