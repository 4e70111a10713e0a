package imr.names;

import java.util.List;

/** Names of state stores and internal topics. Changing one orphans the state kept under it. */
public final class StoreNames {

    /** Global store of the guideline reference, by guideline id. */
    public static final String GUIDELINES = "guidelines";

    /** Global store of the treatment vocabulary, by treatment id. */
    public static final String TREATMENTS = "treatments";

    /** What is on record for each letter id. */
    public static final String LEDGER = "ledger";

    /** Holds nothing: tells the tallying processor that a commit begins. */
    public static final String TALLY_COMMIT = "tally-commit";

    /** The re-keyed topic between the ledger and the outcome stage. */
    public static final String TALLIES = "tallies";

    /** Tallies of hour windows, by series. */
    public static final String HOURS = "outcomes-hour";

    /** Tallies of day windows, by series. */
    public static final String DAYS = "outcomes-day";

    /** Holds nothing: tells the outcome stage that a commit begins. */
    public static final String OUTCOME_COMMIT = "outcome-commit";

    private StoreNames() {}

    /** The topics that Kafka Streams makes for an application. */
    public static List<String> internalTopics(String applicationId) {
        return List.of(
                applicationId + "-" + LEDGER + "-changelog",
                applicationId + "-" + TALLIES + "-repartition",
                applicationId + "-" + HOURS + "-changelog",
                applicationId + "-" + DAYS + "-changelog");
    }

    /** The topic that says with which settings an application's state was counted. */
    public static String countingTopic(String applicationId) {
        return applicationId + "-counting";
    }
}
