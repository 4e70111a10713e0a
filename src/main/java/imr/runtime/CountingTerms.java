package imr.runtime;

import imr.avro.WindowStep;
import imr.config.Settings;
import imr.config.Settings.Counting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What counts mean: everything whose change would count the same letters otherwise, so that old and new counts must not
 * be mixed in one state.
 *
 * @param values each in its text form, by the setting's name or by what it is
 */
public record CountingTerms(SortedMap<String, String> values) {

    /**
     * The terms of an application.
     *
     * @param lettersTopic name of the topic of letters
     * @param letterPartitions its partitions: a letter is looked up in the ledger of its own alone
     */
    public static CountingTerms of(Settings settings, String lettersTopic, int letterPartitions) {
        Counting counting = settings.counting();
        SortedMap<String, String> values = new TreeMap<>();
        values.put("imr.zone", counting.zone().getId());
        values.put("imr.event-time", symbol(counting.eventTime()));
        values.put("imr.dimensions", list(counting.dimensions().stream().map(Enum::name)));
        values.put("imr.claims-administrators", list(counting.claimsAdministrators().stream()));
        // Stores lay out their segments by it, and letters that were late under the old one stay left out.
        values.put("imr.retention-days", Long.toString(counting.retention().toDays()));
        values.put("imr.topic-prefix", settings.topicPrefix());
        values.put("partitions of " + lettersTopic, Integer.toString(letterPartitions));
        values.put(
                "windows",
                list(Arrays.stream(WindowStep.values())
                        .filter(step -> step != WindowStep.UNKNOWN)
                        .map(Enum::name)));
        return new CountingTerms(values);
    }

    /** What differs from the terms that a state was counted on, a line each. */
    List<String> differencesFrom(Map<String, String> former) {
        List<String> differences = new ArrayList<>();
        values.forEach((name, value) -> {
            String before = former.get(name);
            if (!value.equals(before)) {
                differences.add(name + " is " + shown(value) + ", but the state was counted with "
                        + (before == null ? "something else" : shown(before)));
            }
        });
        return differences;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "empty" : value;
    }

    private static String symbol(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In one order, whatever the order in the settings: it makes no difference. */
    private static String list(Stream<String> values) {
        return values.sorted().collect(Collectors.joining(","));
    }
}
