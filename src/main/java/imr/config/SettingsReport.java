package imr.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/** The settings in force, for people to see where each comes from. */
public final class SettingsReport {
    private SettingsReport() {}

    /**
     * One line a setting: name, value, and its source; those of this program first, in their order. Secrets are masked.
     * Takes what {@link SettingsLoader#load} takes, and is of use for settings that load.
     */
    public static List<String> lines(@Nullable Path file, Map<String, String> environment, Map<String, String> flags) {
        var given = new GivenSettings();
        if (file != null) {
            given.addFile(file);
        }
        given.addEnvironment(environment);
        given.addFlags(flags);
        Map<String, Given> others = new TreeMap<>(given.values());
        List<String> lines = new ArrayList<>();
        for (ConfigDef.ConfigKey key : SettingsDef.all().configKeys().values()) {
            Given value = others.remove(key.name);
            lines.add(line(key.name, value == null ? byDefault(key) : value));
        }
        others.forEach((name, value) -> lines.add(line(name, value)));
        return lines;
    }

    private static Given byDefault(ConfigDef.ConfigKey key) {
        // Of passwords it would be a mask, though there are none by default.
        boolean says = key.hasDefault() && key.type != ConfigDef.Type.PASSWORD;
        String value = says ? ConfigDef.convertToString(key.defaultValue, key.type) : null;
        return new Given(value == null ? "" : value, "default");
    }

    private static String line(String name, Given given) {
        String value = given.value().isEmpty() ? "" : Secrets.shown(name, given.value());
        return name + "=" + value + " (" + given.source() + ")";
    }
}
