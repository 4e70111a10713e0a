package imr.config;

import org.apache.kafka.common.config.ConfigException;

/** The gist of what Kafka says of a value. */
final class Reason {
    private Reason() {}

    /** Without the name and value that Kafka puts in front: the one is said already, the other may be secret. */
    static String of(ConfigException invalid, String name) {
        String message = String.valueOf(invalid.getMessage());
        int gist = message.indexOf(name + ": ");
        return gist < 0 ? message : message.substring(gist + name.length() + 2);
    }
}
