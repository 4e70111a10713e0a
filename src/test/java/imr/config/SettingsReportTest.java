package imr.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReportTest {

    @Test
    void tellsEachSettingItsValueAndWhereItComesFrom(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("imr.properties"), "imr.threads=2\nimr.zone=UTC\n");

        List<String> lines = SettingsReport.lines(
                file,
                Map.of("IMR_THREADS", "3", "KAFKA_BOOTSTRAP_SERVERS", "broker:9092"),
                Map.of("kafka.producer.linger.ms", "5"));

        assertThat(lines)
                .contains(
                        "kafka.bootstrap.servers=broker:9092 (environment KAFKA_BOOTSTRAP_SERVERS)",
                        "imr.threads=3 (environment IMR_THREADS)",
                        "imr.zone=UTC (file " + file + ")",
                        "imr.topic-prefix=imr. (default)",
                        "imr.claims-administrators= (default)",
                        "bearer.auth.token= (default)",
                        "kafka.producer.linger.ms=5 (-X)");
    }

    @Test
    void showsNoSecret() {
        List<String> lines = SettingsReport.lines(
                null,
                Map.of(),
                Map.of(
                        "kafka.sasl.jaas.config", "login secret one",
                        "basic.auth.user.info", "user:secret two",
                        "schema.registry.url", "http://user:secret-three@registry:8081"));

        assertThat(lines).noneMatch(line -> line.contains("secret one"));
        assertThat(lines).noneMatch(line -> line.contains("secret two"));
        assertThat(lines).noneMatch(line -> line.contains("secret-three"));
        assertThat(lines).anyMatch(line -> line.startsWith("schema.registry.url=http://"));
    }
}
