package imr.names;

import imr.avro.DisputedItem;
import imr.avro.Guideline;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.avro.Treatment;
import imr.serde.AvroSerde;
import imr.serde.SchemaRegistry;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topics the outside sees.
 *
 * @param letters in: letters as received, keyed by case number or the intake's own document id
 * @param guidelines in: the guideline reference, by guideline id
 * @param treatments in: the treatment vocabulary, by treatment id
 * @param disputedItems out: items by {@code letterId#position}; a superseded item gets a tombstone
 * @param outcomes out: metrics by dimension, value and window
 * @param deadLetters out: what could not be processed, key and value as received
 */
public record Topics(
        Topic<byte[], byte[]> letters,
        Topic<String, Guideline> guidelines,
        Topic<String, Treatment> treatments,
        Topic<String, DisputedItem> disputedItems,
        Topic<OutcomeKey, OutcomeMetrics> outcomes,
        Topic<byte[], byte[]> deadLetters) {

    /** The topics under a prefix such as {@code imr.}, with values in the wire format of the schema registry. */
    public static Topics of(String prefix, SchemaRegistry registry) {
        return new Topics(
                new Topic<>(prefix + "letters", Serdes.ByteArray(), Serdes.ByteArray()),
                new Topic<>(prefix + "guidelines", Serdes.String(), AvroSerde.ofValues(registry, Guideline.class)),
                new Topic<>(prefix + "treatments", Serdes.String(), AvroSerde.ofValues(registry, Treatment.class)),
                new Topic<>(
                        prefix + "disputed-items", Serdes.String(), AvroSerde.ofValues(registry, DisputedItem.class)),
                new Topic<>(
                        prefix + "outcomes",
                        AvroSerde.ofKeys(registry, OutcomeKey.class),
                        AvroSerde.ofValues(registry, OutcomeMetrics.class)),
                new Topic<>(prefix + "letters.dlq", Serdes.ByteArray(), Serdes.ByteArray()));
    }

    public List<Topic<?, ?>> all() {
        return List.of(letters, guidelines, treatments, disputedItems, outcomes, deadLetters);
    }
}
