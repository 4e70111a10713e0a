package imr.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import imr.config.Settings;
import imr.names.Topics;
import imr.serde.SchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {
    private final Meters meters = new Meters(new SimpleMeterRegistry());

    @Test
    void theDefaultsAreExactlyOnceWithEverythingNamed() {
        StreamsConfig config = config(Map.of("imr.threads", "3", "imr.commit-interval-ms", "250"));

        assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(config.getString("group.protocol")).isEqualTo("classic");
        assertThat(config.getBoolean("ensure.explicit.internal.resource.naming"))
                .isTrue();
        assertThat(config.getInt("num.stream.threads")).isEqualTo(3);
        assertThat(config.getLong("commit.interval.ms")).isEqualTo(250);
        assertThat(config.getString("application.id")).isEqualTo("imr-stream");
        assertThat(config.getString("errors.dead.letter.queue.topic.name")).isEqualTo("imr.letters.dlq");
        assertThat(config.getMainConsumerConfigs("g", "c", 0)).containsEntry("isolation.level", "read_committed");
        assertThat(config.getProducerConfigs("p")).containsEntry("max.request.size", 4 << 20);
    }

    @Test
    void aThreadWaitsForRecordsNoLongerThanForACommit() {
        assertThat(config(Map.of("imr.idle-commit-interval-ms", "10")).getLong("poll.ms"))
                .isEqualTo(10);
        assertThat(config(Map.of("imr.idle-commit-interval-ms", "5000")).getLong("poll.ms"))
                .isEqualTo(100);
    }

    @Test
    void changelogsOfWindowsOutliveAReplayOfOldLetters() {
        long kept = config(Map.of()).getLong("windowstore.changelog.additional.retention.ms");

        assertThat(Instant.now().minusMillis(kept)).isBefore(Instant.parse("1990-01-01T00:00:00Z"));
    }

    @Test
    void kafkaSettingsGoOverDefaultsAndReachTheirClients() {
        StreamsConfig config = config(Map.of(
                "kafka.processing.guarantee", "at_least_once",
                "kafka.num.standby.replicas", "1",
                "kafka.consumer.max.poll.records", "77",
                "kafka.producer.compression.type", "zstd"));

        assertThat(config.getString("processing.guarantee")).isEqualTo("at_least_once");
        assertThat(config.getInt("num.standby.replicas")).isEqualTo(1);
        assertThat(config.getMainConsumerConfigs("g", "c", 0)).containsEntry("max.poll.records", "77");
        assertThat(config.getProducerConfigs("p")).containsEntry("compression.type", "zstd");
    }

    @Test
    void theHandlersFindWhatTheyNeed() {
        StreamsConfig config = config(Map.of());

        assertThat(config.processingExceptionHandler()).isInstanceOf(ProcessingFailures.class);
        assertThat(config.deserializationExceptionHandler()).isInstanceOf(UnreadableRecords.class);
        assertThat(config.productionExceptionHandler()).isInstanceOf(UnwritableRecords.class);
    }

    private StreamsConfig config(Map<String, String> given) {
        Settings settings = TestSettings.with(given);
        try (var registry = SchemaRegistry.connect("http://127.0.0.1:1", Map.of());
                var memory = new RocksDbMemory(16 << 20)) {
            return new StreamsConfig(
                    StreamsProperties.of(settings, Topics.of(settings.topicPrefix(), registry), meters, memory));
        }
    }
}
