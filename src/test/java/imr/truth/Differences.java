package imr.truth;

import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Outcomes held against what they must be. */
public final class Differences {

    private Differences() {}

    /** A line for each window that is wrong, missing or not to be there. */
    public static List<String> between(Map<OutcomeKey, Expected> expected, Map<OutcomeKey, OutcomeMetrics> outcomes) {
        List<String> differences = new ArrayList<>();
        expected.forEach((window, should) -> {
            OutcomeMetrics metrics = outcomes.get(window);
            if (metrics == null || !should.matches(metrics)) {
                differences.add(window + " expected " + should + " but was " + metrics);
            }
        });
        outcomes.keySet().stream()
                .filter(window -> !expected.containsKey(window))
                .forEach(window -> differences.add(window + " was not expected"));
        return differences;
    }
}
