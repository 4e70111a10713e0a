package imr.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Values as they may be printed. What a setting is called tells whether its value is secret. */
public final class Secrets {
    private static final String MASK = "[hidden]";
    private static final List<String> MARKS =
            List.of("password", "secret", "token", "user.info", "jaas.config", "keystore.key", "credential");
    private static final List<String> HARMLESS = List.of(".credentials.source", ".url", ".endpoint.url");

    private Secrets() {}

    /** A setting's value, or a mask if it is secret; of an address, what stands before an {@code @} is left out. */
    public static String shown(String name, String value) {
        return isSecret(name) ? MASK : withoutUserInfo(value);
    }

    /** All values that way, by name. */
    static Map<String, String> shown(Map<String, String> values) {
        Map<String, String> shown = new TreeMap<>();
        values.forEach((name, value) -> shown.put(name, shown(name, value)));
        return shown;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return MARKS.stream().anyMatch(lower::contains) && HARMLESS.stream().noneMatch(lower::endsWith);
    }

    private static String withoutUserInfo(String value) {
        int at = value.lastIndexOf('@');
        int scheme = value.indexOf("://");
        return scheme < 0 || at < scheme ? value : value.substring(0, scheme + 3) + MASK + value.substring(at);
    }
}
