package imr.config;

import imr.avro.Dimension;
import imr.config.Settings.Counting;
import imr.config.Settings.EventTime;
import imr.config.Settings.LogFormat;
import imr.config.Settings.Processing;
import imr.config.Settings.Registry;
import imr.config.Settings.TopicDefaults;
import imr.config.Settings.WhenEmpty;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** Makes {@link Settings} of what was given: defaults, a file over them, the environment over that, flags over all. */
public final class SettingsLoader {
    private static final int MEBIBYTE = 1 << 20;
    private static final String KAFKA = "kafka.";

    private SettingsLoader() {}

    /**
     * Loads the settings.
     *
     * @param file a properties file in UTF-8, or null for none
     * @param environment variables, of which those starting with {@code IMR_} or {@code KAFKA_} count
     * @param flags settings by name
     * @throws SettingsException if anything is wrong; it lists everything that is
     */
    public static Settings load(@Nullable Path file, Map<String, String> environment, Map<String, String> flags) {
        var given = new GivenSettings();
        if (file != null) {
            given.addFile(file);
        }
        given.addEnvironment(environment);
        given.addFlags(flags);
        List<String> problems = new ArrayList<>(given.problems());
        problems.addAll(wrongValues(given.values()));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings(plain(given.values()));
    }

    private static List<String> wrongValues(Map<String, Given> given) {
        List<String> problems = new ArrayList<>();
        for (ConfigValue checked : SettingsDef.all().validate(plain(given))) {
            String name = checked.name();
            Given value = given.get(name);
            if (!checked.errorMessages().isEmpty()) {
                problems.add(
                        value == null
                                ? name + ": is required; set it in the file, as " + Environment.variable(name)
                                        + " or with -X"
                                : problem(
                                        name,
                                        value,
                                        reason(name, checked.errorMessages().get(0))));
            }
        }
        given.forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                String bare = name.substring(KAFKA.length());
                // A misspelt name doesn't tell whether its value is secret.
                KafkaNames.nearMiss(bare)
                        .map(near -> name + " (" + value.source() + "): is unknown to Kafka; did you mean kafka." + near
                                + "?")
                        .or(() -> KafkaNames.problem(bare, value.value()).map(found -> problem(name, value, found)))
                        .ifPresent(problems::add);
            }
        });
        return problems;
    }

    private static String problem(String name, Given given, String reason) {
        return name + "=" + Secrets.shown(name, given.value()) + " (" + given.source() + "): " + reason;
    }

    private static String reason(String name, String message) {
        return Reason.of(new ConfigException(message), name);
    }

    private static Map<String, String> plain(Map<String, Given> given) {
        Map<String, String> plain = new TreeMap<>();
        given.forEach((name, value) -> plain.put(name, value.value()));
        return plain;
    }

    private static Settings settings(Map<String, String> given) {
        ConfigDef def = SettingsDef.all();
        var values = new AbstractConfig(def, given, false);
        return new Settings(
                values.getString(SettingsDef.APPLICATION_ID),
                values.getString(SettingsDef.TOPIC_PREFIX),
                counting(values),
                processing(values),
                new Registry(values.getString(SettingsDef.REGISTRY_URL), registry(values, given)),
                new TopicDefaults(
                        values.getInt(SettingsDef.PARTITIONS),
                        values.getInt(SettingsDef.REPLICATION).shortValue()),
                kafka(given));
    }

    private static Counting counting(AbstractConfig values) {
        Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        values.getList(SettingsDef.DIMENSIONS)
                .forEach(name -> dimensions.add(Dimension.valueOf(SettingsDef.symbol(name))));
        return new Counting(
                ZoneId.of(values.getString(SettingsDef.ZONE)),
                EventTime.valueOf(SettingsDef.symbol(values.getString(SettingsDef.EVENT_TIME))),
                Collections.unmodifiableSet(dimensions),
                Collections.unmodifiableSet(new LinkedHashSet<>(values.getList(SettingsDef.CLAIMS_ADMINISTRATORS))),
                Duration.ofDays(values.getInt(SettingsDef.RETENTION_DAYS)));
    }

    private static Processing processing(AbstractConfig values) {
        return new Processing(
                values.getInt(SettingsDef.MAX_LETTER_BYTES),
                WhenEmpty.valueOf(SettingsDef.symbol(values.getString(SettingsDef.REFERENCE_WHEN_EMPTY))),
                Path.of(values.getString(SettingsDef.STATE_DIR)),
                values.getInt(SettingsDef.THREADS),
                Duration.ofMillis(values.getLong(SettingsDef.COMMIT_INTERVAL)),
                Duration.ofMillis(values.getLong(SettingsDef.IDLE_COMMIT_INTERVAL)),
                Duration.ofSeconds(values.getInt(SettingsDef.CLOSE_TIMEOUT)),
                Duration.ofSeconds(values.getInt(SettingsDef.RETRY_TIMEOUT)),
                (long) values.getInt(SettingsDef.ROCKSDB_MEMORY) * MEBIBYTE,
                LogFormat.valueOf(SettingsDef.symbol(values.getString(SettingsDef.LOG_FORMAT))));
    }

    /** The registry client's settings: what is defined here, with defaults where they say something, and the rest. */
    private static Map<String, String> registry(AbstractConfig values, Map<String, String> given) {
        Map<String, String> properties = new TreeMap<>();
        values.values().forEach((name, value) -> {
            String text = value instanceof Password secret ? secret.value() : String.valueOf(value);
            if (!text.isEmpty()) {
                properties.put(name, text);
            }
        });
        properties.putAll(given);
        properties.keySet().removeIf(name -> name.startsWith("imr.") || name.startsWith(KAFKA));
        properties.remove(SettingsDef.REGISTRY_URL);
        return Collections.unmodifiableMap(properties);
    }

    private static Map<String, String> kafka(Map<String, String> given) {
        Map<String, String> kafka = new TreeMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                kafka.put(name.substring(KAFKA.length()), value);
            }
        });
        return Collections.unmodifiableMap(kafka);
    }
}
