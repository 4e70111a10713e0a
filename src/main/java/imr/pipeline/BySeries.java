package imr.pipeline;

import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Keeps all windows of a series in one partition and so in order, whatever schema id its key is written with. */
final class BySeries implements StreamPartitioner<OutcomeKey, OutcomeMetrics> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, OutcomeKey key, OutcomeMetrics value, int partitions) {
        byte[] series = (key.getDimension() + "/" + key.getValue()).getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(series)) % partitions));
    }
}
