package imr.runtime;

import imr.config.Settings;
import imr.config.SettingsLoader;
import java.util.HashMap;
import java.util.Map;

/** Settings for tests: the defaults, and what is given. */
public final class TestSettings {
    private TestSettings() {}

    public static Settings with(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(
                Map.of("kafka.bootstrap.servers", "127.0.0.1:1", "schema.registry.url", "http://127.0.0.1:1"));
        all.putAll(given);
        return SettingsLoader.load(null, Map.of(), all);
    }
}
