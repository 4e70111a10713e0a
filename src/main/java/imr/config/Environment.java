package imr.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How settings are called in the environment: {@code IMR_} and the name without {@code imr.}, in capitals, with every
 * dot and hyphen an underscore. Kafka's settings are {@code KAFKA_} and Kafka's name in the same way.
 */
final class Environment {
    private static final String OWN = "IMR_";
    private static final String KAFKA = "KAFKA_";

    /**
     * What Kubernetes adds for every service of the namespace. One called kafka or imr-stream gives variables that
     * look like settings.
     */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".+_SERVICE_HOST|.+_SERVICE_PORT(_.+)?|.+_PORT|.+_PORT_\\d+_(TCP|UDP|SCTP)(_.+)?");

    private Environment() {}

    /** The variable for a setting. */
    static String variable(String setting) {
        if (setting.startsWith("kafka.")) {
            return KAFKA + upper(setting.substring("kafka.".length()));
        }
        return OWN + upper(setting.startsWith("imr.") ? setting.substring("imr.".length()) : setting);
    }

    /** Whether a variable is meant for this program. Others with its prefix may be there for other reasons. */
    static boolean isOwn(String variable) {
        return variable.startsWith(OWN) && !SERVICE_LINK.matcher(variable).matches();
    }

    /** Whether a variable may be one of Kafka's settings. */
    static boolean isKafka(String variable) {
        return variable.startsWith(KAFKA) && !SERVICE_LINK.matcher(variable).matches();
    }

    /** The setting that a variable stands for. */
    static Optional<String> setting(String variable, Set<String> settings) {
        return settings.stream().filter(name -> variable(name).equals(variable)).findFirst();
    }

    /** The variables of all these settings. */
    static Set<String> variables(Set<String> settings) {
        return settings.stream().map(Environment::variable).collect(Collectors.toSet());
    }

    /** {@code kafka.} and the name that a {@code KAFKA_} variable stands for. */
    static String kafkaSetting(String variable) {
        return "kafka."
                + variable.substring(KAFKA.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
