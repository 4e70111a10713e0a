package imr.runtime;

import imr.config.Settings;
import imr.names.Topics;
import org.apache.kafka.common.KafkaException;

/** The check before each start that old and new counts mean the same, and that local stores are of the state in Kafka. */
public final class StateTerms {

    private StateTerms() {}

    /**
     * Holds the settings against those that the application's state was counted with; without any state, writes them down.
     * The topics have to be there.
     *
     * @throws TermsException if they differ in what counts mean
     * @throws KafkaException if the brokers can't be asked
     */
    public static void agree(Settings settings, Topics topics) {
        try (Brokers brokers = Brokers.connect(settings)) {
            String letters = topics.letters().name();
            CountingTerms terms = CountingTerms.of(settings, letters, brokers.partitions(letters));
            String stateId = new CountingTopic(settings, brokers).agree(terms);
            new LocalState(settings).keepOnlyOf(stateId);
        }
    }
}
