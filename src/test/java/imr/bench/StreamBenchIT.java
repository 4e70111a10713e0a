package imr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The benchmark itself, with few letters: what it measures is real work, and its totals are right. */
class StreamBenchIT {

    private static final int LETTERS = 2_000;

    @Test
    void everyContenderDoesTheSameWork(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("bench.json");

        int exitCode = new CommandLine(new StreamBench())
                .execute("--letters", Integer.toString(LETTERS), "--rounds", "1", "--json", json.toString());

        assertThat(exitCode).isZero();
        List<JsonNode> runs = runs(json);
        assertThat(runs).hasSize(Contender.values().length);
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.get("cpuSecondsPer100000").doubleValue()).isPositive();
            assertThat(run.get("samples")
                            .get(run.get("samples").size() - 1)
                            .get("letters")
                            .longValue())
                    .isGreaterThanOrEqualTo(LETTERS);
        });
        assertThat(runs.subList(1, runs.size())).allSatisfy(run -> {
            assertThat(run.get("wrongWindows").longValue()).isZero();
            assertThat(run.get("outcomeRecords").longValue()).isGreaterThan(LETTERS);
            assertThat(run.get("bytesWritten").get("imr.disputed-items").longValue())
                    .isPositive();
        });
    }

    private static List<JsonNode> runs(Path json) throws Exception {
        List<JsonNode> runs = new java.util.ArrayList<>();
        new ObjectMapper().readTree(json.toFile()).get("runs").forEach(runs::add);
        return runs;
    }
}
