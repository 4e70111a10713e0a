package imr.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** State lives under the names of nodes, stores and topics: a change here orphans it. */
class TopologyNamesTest {

    @Test
    void theTopologyIsTheOneOnRecord() throws IOException {
        try (TopologyHarness harness = new TopologyHarness("record", Duration.ofDays(400));
                var stored = getClass().getResourceAsStream("/topology.txt")) {
            assertThat(stored).as("topology.txt among the test resources").isNotNull();
            assertThat(harness.topology().describe().toString().strip())
                    .isEqualToNormalizingNewlines(new String(stored.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
