package imr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import imr.avro.Dimension;
import imr.config.Settings.EventTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {
    private static final Map<String, String> NEEDED =
            Map.of("kafka.bootstrap.servers", "localhost:9092", "schema.registry.url", "http://localhost:8081");

    @TempDir
    Path folder;

    @Test
    void onlyTheTwoAddressesAreRequired() {
        Settings settings = SettingsLoader.load(null, Map.of(), NEEDED);

        assertThat(settings.applicationId()).isEqualTo("imr-stream");
        assertThat(settings.topicPrefix()).isEqualTo("imr.");
        assertThat(settings.counting().zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(settings.counting().eventTime()).isEqualTo(EventTime.RECORD);
        assertThat(settings.counting().dimensions()).hasSize(Dimension.values().length - 1);
        assertThat(settings.counting().retention()).isEqualTo(Duration.ofDays(5475));
        assertThat(settings.counting().claimsAdministrators()).isEmpty();
        assertThat(settings.processing().rocksDbMemoryBytes()).isEqualTo(256L * 1024 * 1024);
        assertThat(settings.topics().replication()).isEqualTo((short) -1);
        assertThat(settings.kafka()).containsExactly(Map.entry("bootstrap.servers", "localhost:9092"));
        assertThat(settings.registry().url()).isEqualTo("http://localhost:8081");
        assertThat(settings.registry().properties())
                .containsEntry("auto.register.schemas", "true")
                .containsEntry("http.read.timeout.ms", "10000")
                .doesNotContainKeys("schema.registry.url", "bearer.auth.token");
    }

    @Test
    void flagsGoOverEnvironmentOverFileOverDefaults() throws IOException {
        Path file = file("imr.threads=2\nimr.partitions=12\nimr.zone=Europe/Lisbon\nimr.topic-prefix=\n");
        Map<String, String> environment = Map.of("IMR_PARTITIONS", "24", "IMR_ZONE", "Asia/Tokyo");

        Settings settings = SettingsLoader.load(file, environment, with(Map.of("imr.zone", "UTC")));

        assertThat(settings.topicPrefix()).isEmpty();
        assertThat(settings.processing().threads()).isEqualTo(2);
        assertThat(settings.topics().partitions()).isEqualTo(24);
        assertThat(settings.counting().zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void theEnvironmentReachesEverySettingAndKafka() {
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                "KAFKA_PRODUCER_LINGER_MS", "7",
                "IMR_SCHEMA_REGISTRY_URL", "https://registry",
                "IMR_BASIC_AUTH_USER_INFO", "user:secret",
                "IMR_DIMENSIONS", "all, drug-class");

        Settings settings = SettingsLoader.load(null, environment, Map.of());

        assertThat(settings.kafka())
                .containsOnly(Map.entry("bootstrap.servers", "broker:9092"), Map.entry("producer.linger.ms", "7"));
        assertThat(settings.registry().url()).isEqualTo("https://registry");
        assertThat(settings.registry().properties()).containsEntry("basic.auth.user.info", "user:secret");
        assertThat(settings.counting().dimensions()).containsExactly(Dimension.ALL, Dimension.DRUG_CLASS);
    }

    @Test
    void variablesOfOtherOriginAreLeftAlone() {
        Map<String, String> environment = Map.of(
                "IMR_STREAM_SERVICE_HOST", "10.0.0.1",
                "IMR_STREAM_PORT", "tcp://10.0.0.1:8080",
                "IMR_STREAM_PORT_8080_TCP_ADDR", "10.0.0.1",
                "KAFKA_PORT_9092_TCP", "tcp://10.0.0.2:9092",
                "KAFKA_SERVICE_PORT", "9092",
                "KAFKA_HEAP_OPTS", "-Xmx1g",
                "KAFKA_HOME", "/opt/kafka",
                "PATH", "/bin");

        Settings settings = SettingsLoader.load(null, environment, NEEDED);

        assertThat(settings.kafka()).containsOnlyKeys("bootstrap.servers");
    }

    @Test
    void everyProblemIsToldAtOnceWithItsNameItsSourceAndTheFix() throws IOException {
        Path file = file("imr.zone=Mars/Olympus\nimr.thread=3\nbootstrap.servers=x\n");
        Map<String, String> environment = Map.of("IMR_THREADS", "none", "IMR_DIMENSION", "ALL", "KAFKA_LINGER_M", "1");
        Map<String, String> flags = Map.of(
                "imr.dimensions", "ALL,DRUG_CLAS",
                "kafka.state.dir", "/tmp",
                "kafka.consumer.max.poll.records", "many",
                "schema.registry.url", "localhost:8081");

        List<String> problems = problems(file, environment, flags);

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "imr.zone=Mars/Olympus (file " + file
                                + "): must be a time zone of the IANA database, such as America/Los_Angeles",
                        "imr.thread (file " + file + "): is no setting of this program; did you mean imr.threads?",
                        "bootstrap.servers (file " + file
                                + "): is no setting of this program; did you mean kafka.bootstrap.servers?",
                        "imr.threads=none (environment IMR_THREADS): Not a number of type INT",
                        "IMR_DIMENSION (environment IMR_DIMENSION): is no setting of this program;"
                                + " did you mean IMR_DIMENSIONS?",
                        "kafka.linger.m (environment KAFKA_LINGER_M): is unknown to Kafka;"
                                + " did you mean kafka.linger.ms?",
                        "imr.dimensions=ALL,DRUG_CLAS (-X): has no dimension DRUG_CLAS; did you mean DRUG_CLASS?",
                        "kafka.state.dir=/tmp (-X): is set by imr.state-dir",
                        "kafka.consumer.max.poll.records=many (-X): Not a number of type INT",
                        "schema.registry.url=localhost:8081 (-X): must start with http:// or https://",
                        "kafka.bootstrap.servers: is required; set it in the file, as KAFKA_BOOTSTRAP_SERVERS or with"
                                + " -X");
    }

    @ParameterizedTest
    @CsvSource({
        "imr.threads, 0, Value must be at least 1",
        "imr.retention-days, 40000, Value must be no more than 36525",
        "imr.replication-factor, 0, 'must be 1 or more, or -1 for the broker''s default'",
        "imr.dimensions, '', 'must name one dimension at least, for example ALL'",
        "imr.application-id, a b, 'must be made of ASCII letters, digits, ''.'', ''_'' and ''-'', 128 at most'",
        "imr.log-format, xml, 'String must be one of: text, json'",
        "imr.state-dir, '', must not be empty",
        "kafka.processing.guarantee, twice, 'String must be one of: at_least_once, exactly_once_v2'",
    })
    void aValueOutOfRangeIsRefused(String name, String value, String why) {
        List<String> problems = problems(null, Map.of(), with(Map.of(name, value)));

        assertThat(problems).containsExactly(name + "=" + value + " (-X): " + why);
    }

    @Test
    void namesThatAPluginMayKnowArePassedOn() {
        Settings settings = SettingsLoader.load(
                null,
                Map.of(),
                with(Map.of(
                        "kafka.my.reporter.endpoint.address", "x",
                        "kafka.topic.max.message.bytes", "5000000",
                        "schema.registry.ssl.truststore.location", "/trust.p12",
                        "bearer.auth.vendor.specific.realm", "y")));

        assertThat(settings.kafka()).containsEntry("my.reporter.endpoint.address", "x");
        assertThat(settings.registry().properties())
                .containsEntry("schema.registry.ssl.truststore.location", "/trust.p12")
                .containsEntry("bearer.auth.vendor.specific.realm", "y");
    }

    @Test
    void aMissingFileIsAProblemLikeAnyOther() {
        List<String> problems = problems(folder.resolve("none.properties"), Map.of(), with(Map.of("imr.threads", "x")));

        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith("--config ").contains("none.properties");
    }

    @Test
    void noSecretIsPrinted() {
        Map<String, String> secrets = Map.of(
                "basic.auth.user.info", "me:hush-1",
                "bearer.auth.token", "hush-2",
                "schema.registry.url", "http://me:hush-3@localhost",
                "kafka.sasl.jaas.config", "password=hush-4",
                "kafka.ssl.key.password", "hush-5",
                "kafka.ssl.keystore.key", "hush-6");

        String shown = SettingsLoader.load(null, Map.of(), with(secrets)).toString();
        List<String> problems = problems(
                null,
                Map.of(),
                with(Map.of("schema.registry.url", "ftp://me:hush@x", "kafka.ssl.keystore.kex", "hush")));

        assertThat(shown).contains("[hidden]", "@localhost").doesNotContain("hush");
        assertThat(problems)
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).doesNotContain("hush"));
    }

    @Test
    void theTableHasALineForEverySetting() {
        String table = SettingsDef.markdown();

        assertThat(table.lines().skip(2)).hasSize(SettingsDef.all().names().size());
        assertThat(table)
                .contains("| `imr.threads` | `IMR_THREADS` | `1` | Stream threads in this process. |")
                .contains("| `kafka.bootstrap.servers` | `KAFKA_BOOTSTRAP_SERVERS` | required |")
                .contains("| `basic.auth.user.info` | `IMR_BASIC_AUTH_USER_INFO` | none |");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("imr.properties"), text);
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(NEEDED);
        all.putAll(more);
        return all;
    }

    private static List<String> problems(
            @Nullable Path file, Map<String, String> environment, Map<String, String> flags) {
        return catchThrowableOfType(SettingsException.class, () -> SettingsLoader.load(file, environment, flags))
                .problems();
    }
}
