package imr.names;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * A topic and the form of its records.
 *
 * @param name full name, prefix included
 * @param keySerde how keys are written
 * @param valueSerde how values are written
 */
public record Topic<K, V>(String name, Serde<K> keySerde, Serde<V> valueSerde) {

    /** Reads the topic in a source node of that name. */
    public Consumed<K, V> consumedAs(String node) {
        return Consumed.with(keySerde, valueSerde).withName(node);
    }

    /** Writes the topic in a sink node of that name. */
    public Produced<K, V> producedAs(String node) {
        return Produced.with(keySerde, valueSerde).withName(node);
    }
}
