package imr.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import imr.avro.Dimension;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Every setting that has a meaning of its own here: name, type, default, range, and what it does. */
public final class SettingsDef {
    static final String APPLICATION_ID = "imr.application-id";
    static final String TOPIC_PREFIX = "imr.topic-prefix";
    static final String ZONE = "imr.zone";
    static final String EVENT_TIME = "imr.event-time";
    static final String DIMENSIONS = "imr.dimensions";
    static final String CLAIMS_ADMINISTRATORS = "imr.claims-administrators";
    static final String RETENTION_DAYS = "imr.retention-days";
    static final String MAX_LETTER_BYTES = "imr.max-letter-bytes";
    static final String REFERENCE_WHEN_EMPTY = "imr.reference.when-empty";
    static final String STATE_DIR = "imr.state-dir";
    static final String THREADS = "imr.threads";
    static final String COMMIT_INTERVAL = "imr.commit-interval-ms";
    static final String IDLE_COMMIT_INTERVAL = "imr.idle-commit-interval-ms";
    static final String CLOSE_TIMEOUT = "imr.close-timeout-seconds";
    static final String RETRY_TIMEOUT = "imr.retry-timeout-seconds";
    static final String ROCKSDB_MEMORY = "imr.rocksdb-memory-mb";
    static final String PARTITIONS = "imr.partitions";
    static final String REPLICATION = "imr.replication-factor";
    static final String LOG_FORMAT = "imr.log-format";
    static final String BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";
    static final String REGISTRY_URL = "schema.registry.url";

    private static final int A_CENTURY_OF_DAYS = 36_525;
    private static final int AN_HOUR_OF_SECONDS = 3_600;

    private SettingsDef() {}

    /** The definitions, in the order to show them in. */
    static ConfigDef all() {
        var def = new ConfigDef();
        connections(def);
        counting(def);
        processing(def);
        topics(def);
        registry(def);
        return def;
    }

    private static void connections(ConfigDef def) {
        def.define(BOOTSTRAP_SERVERS, ConfigDef.Type.STRING, NO_DEFAULT_VALUE, notBlank(), HIGH, """
                        Kafka brokers to start from, `host:port` with commas between.""");
        def.define(REGISTRY_URL, ConfigDef.Type.STRING, NO_DEFAULT_VALUE, address(), HIGH, """
                        Schema registry, `http://` or `https://`; several with commas between.""");
        def.define(APPLICATION_ID, ConfigDef.Type.STRING, "imr-stream", kafkaName(false), HIGH, """
                        Names the consumer group, the internal topics and the state. Another one starts from nothing.""");
        def.define(TOPIC_PREFIX, ConfigDef.Type.STRING, "imr.", kafkaName(true), HIGH, """
                        What the name of every topic starts with.""");
    }

    private static void counting(ConfigDef def) {
        def.define(EVENT_TIME, ConfigDef.Type.STRING, "record", ValidString.in("record", "decision-date"), HIGH, """
                        When a letter counts: at its record's timestamp, or on the day of the decision where header or \
                        letter give a plausible one.""");
        def.define(ZONE, ConfigDef.Type.STRING, "America/Los_Angeles", zone(), HIGH, """
                        Calendar that windows are aligned to, and in which a decision date begins.""");
        def.define(RETENTION_DAYS, ConfigDef.Type.INT, 5475, between(1, A_CENTURY_OF_DAYS), HIGH, """
                        Days, in event time, for which a window stays open to late letters. Later ones are dead-lettered.""");
        def.define(DIMENSIONS, ConfigDef.Type.LIST, dimensionNames(), dimensions(), MEDIUM, """
                        What outcomes are counted by; leave one out to switch it off.""");
        def.define(CLAIMS_ADMINISTRATORS, ConfigDef.Type.LIST, List.of(), MEDIUM, """
                        Names in the header `imr-claims-administrator` that are counted one by one. All others are OTHER.""");
    }

    private static void processing(ConfigDef def) {
        def.define(MAX_LETTER_BYTES, ConfigDef.Type.INT, 1_048_576, between(1_024, 64 * 1_048_576), MEDIUM, """
                        Bytes, as received, up to which a letter is read; some forty times the longest known. Longer ones \
                        are dead-lettered as `TOO_LONG`. What Kafka carries at all is limited by the topic's \
                        `max.message.bytes`.""");
        def.define(REFERENCE_WHEN_EMPTY, ConfigDef.Type.STRING, "wait", ValidString.in("wait", "bundled"), MEDIUM, """
                        What to do while `imr.guidelines` or `imr.treatments` is empty: hold letters back until both are \
                        filled, or use, in the place of the empty one, what comes with the program.""");
        def.define(STATE_DIR, ConfigDef.Type.STRING, "state", notBlank(), HIGH, """
                        Folder for the state stores. If it is lost, they are restored from Kafka.""");
        def.define(THREADS, ConfigDef.Type.INT, 1, between(1, 256), HIGH, """
                        Stream threads in this process.""");
        def.define(COMMIT_INTERVAL, ConfigDef.Type.LONG, 1000L, between(10, 600_000), MEDIUM, """
                        Milliseconds between transactions at the most. The longer, the less a backlog costs.""");
        def.define(IDLE_COMMIT_INTERVAL, ConfigDef.Type.LONG, 25L, between(1, 600_000), MEDIUM, """
                        Milliseconds after which a letter is committed by a thread that reads less than 1,000 a second, and \
                        so has no backlog. Its outcomes are seen some three times as long after it was published.""");
        def.define(CLOSE_TIMEOUT, ConfigDef.Type.INT, 30, between(1, AN_HOUR_OF_SECONDS), MEDIUM, """
                        Seconds given to a clean end.""");
        def.define(RETRY_TIMEOUT, ConfigDef.Type.INT, 300, between(0, 24 * AN_HOUR_OF_SECONDS), MEDIUM, """
                        Seconds for which a fault that may pass, such as a schema registry that is down, is tried again \
                        before the process ends with exit code 1.""");
        def.define(ROCKSDB_MEMORY, ConfigDef.Type.INT, 256, atLeast(16), MEDIUM, """
                        Mebibytes for the block cache and write buffers of all state stores together.""");
        def.define(LOG_FORMAT, ConfigDef.Type.STRING, "text", ValidString.in("text", "json"), LOW, """
                        Log lines for people, or one JSON object each.""");
    }

    private static void topics(ConfigDef def) {
        def.define(PARTITIONS, ConfigDef.Type.INT, 6, between(1, 10_000), MEDIUM, """
                        Partitions of the topics that `topics create` makes.""");
        def.define(REPLICATION, ConfigDef.Type.INT, -1, copies(), MEDIUM, """
                        Copies of each partition of these and of internal topics; -1 for the broker's default.""");
    }

    private static void registry(ConfigDef def) {
        def.define("auto.register.schemas", ConfigDef.Type.BOOLEAN, true, MEDIUM, """
                        Register schemas that are missing; otherwise a missing one is an error.""");
        def.define("use.latest.version", ConfigDef.Type.BOOLEAN, false, LOW, """
                        Write with the latest schema that is registered instead of the program's own.""");
        def.define("latest.compatibility.strict", ConfigDef.Type.BOOLEAN, true, LOW, """
                        With `use.latest.version`: refuse a latest schema that can't take the program's records.""");
        def.define("normalize.schemas", ConfigDef.Type.BOOLEAN, false, LOW, """
                        Let the registry normalise schemas before it compares them.""");
        def.define("basic.auth.credentials.source", ConfigDef.Type.STRING, "URL", HIGH, """
                        Where the registry's user and password come from: `URL`, `USER_INFO` or `SASL_INHERIT`.""");
        def.define("basic.auth.user.info", ConfigDef.Type.PASSWORD, "", HIGH, """
                        With `USER_INFO`: `user:password`.""");
        def.define("bearer.auth.credentials.source", ConfigDef.Type.STRING, "", HIGH, """
                        Where the registry's token comes from: `STATIC_TOKEN` or `CUSTOM`; empty for none.""");
        def.define("bearer.auth.token", ConfigDef.Type.PASSWORD, "", HIGH, """
                        With `STATIC_TOKEN`: the token.""");
        def.define("http.connect.timeout.ms", ConfigDef.Type.INT, 5000, atLeast(1), LOW, """
                        Milliseconds to reach the registry.""");
        def.define("http.read.timeout.ms", ConfigDef.Type.INT, 10_000, atLeast(1), LOW, """
                        Milliseconds for the registry to answer.""");
    }

    private static Validator notBlank() {
        return check(value -> value.toString().isBlank() ? "must not be empty" : null);
    }

    private static Validator address() {
        return check(value -> Arrays.stream(value.toString().split(",", -1))
                        .map(String::strip)
                        .allMatch(url -> url.startsWith("http://") || url.startsWith("https://"))
                ? null
                : "must start with http:// or https://");
    }

    private static Validator kafkaName(boolean mayBeEmpty) {
        return check(value -> {
            String name = value.toString();
            boolean legal = name.chars().allMatch(SettingsDef::mayStandInTopics) && name.length() <= 128;
            return legal && (mayBeEmpty || !name.isEmpty())
                    ? null
                    : "must be made of ASCII letters, digits, '.', '_' and '-', 128 at most";
        });
    }

    private static boolean mayStandInTopics(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0;
    }

    private static Validator zone() {
        return check(value -> {
            try {
                ZoneId.of(value.toString());
                return null;
            } catch (DateTimeException unknown) {
                return "must be a time zone of the IANA database, such as America/Los_Angeles";
            }
        });
    }

    private static Validator dimensions() {
        return check(value -> {
            List<String> names =
                    ((List<?>) value).stream().map(Object::toString).toList();
            for (String name : names) {
                if (!dimensionNames().contains(symbol(name))) {
                    return "has no dimension " + name
                            + Spelling.nearest(symbol(name), dimensionNames())
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse("; there are " + String.join(", ", dimensionNames()));
                }
            }
            return names.isEmpty() ? "must name one dimension at least, for example ALL" : null;
        });
    }

    private static Validator copies() {
        return check(value -> {
            int copies = ((Number) value).intValue();
            return copies == -1 || (copies >= 1 && copies <= Short.MAX_VALUE)
                    ? null
                    : "must be 1 or more, or -1 for the broker's default";
        });
    }

    private static List<String> dimensionNames() {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> dimension != Dimension.UNKNOWN)
                .map(Dimension::name)
                .toList();
    }

    /** The symbol for a name in any case, with hyphens or underscores. */
    static String symbol(String name) {
        return name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Validator check(Function<Object, @Nullable String> problem) {
        return (name, value) -> {
            String found = value == null ? null : problem.apply(value);
            if (found != null) {
                throw new ConfigException(name, value, found);
            }
        };
    }

    /** The settings as a Markdown table, for the README. */
    public static String markdown() {
        ConfigDef def = all();
        return def.configKeys().values().stream()
                .map(key -> "| `" + key.name + "` | `" + Environment.variable(key.name) + "` | " + shownDefault(key)
                        + " | " + key.documentation.strip() + " |\n")
                .collect(Collectors.joining(
                        "", "| Setting | Environment | Default | Meaning |\n|---|---|---|---|\n", ""));
    }

    private static String shownDefault(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        String value = ConfigDef.convertToString(key.defaultValue, key.type);
        if (key.type == ConfigDef.Type.PASSWORD || value == null || value.isEmpty()) {
            return "none";
        }
        return key.name.equals(DIMENSIONS) ? "all: `" + value + "`" : "`" + value + "`";
    }
}
