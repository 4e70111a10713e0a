package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import imr.cli.Shell.Ran;
import imr.dev.EmbeddedBroker;
import imr.dev.EmbeddedRegistry;
import imr.guideline.BundledGuidelines;
import imr.names.Headers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that talk to Kafka, in the order in which somebody who sets the program up would use them. */
@TestMethodOrder(OrderAnnotation.class)
class KafkaVerbsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOPICS =
            List.of("imr.letters", "imr.guidelines", "imr.disputed-items", "imr.outcomes", "imr.letters.dlq");

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        registry = EmbeddedRegistry.start(0);
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    @Order(1)
    void namesTheTopicsThatAreMissingAndWhatMakesThem() {
        Ran check = imr("topics", "check");
        Ran publish = imr("publish", folder.toString());

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out() + check.err()).contains(TOPICS);
        assertThat(publish.exitCode()).isEqualTo(1);
        assertThat(publish.err())
                .contains("imr.letters")
                .contains("imr topics create")
                .hasLineCount(1);
    }

    @Test
    @Order(2)
    void makesTheTopicsOnce() {
        Ran first = imr("topics", "create", "-X", "imr.partitions=2");
        Ran second = imr("topics", "create");
        Ran check = imr("topics", "check");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out() + first.err()).contains(TOPICS);
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.err())
                .contains("imr.guidelines is empty")
                .contains("imr.treatments is empty")
                .contains("imr reference load");
    }

    @Test
    @Order(3)
    void registersTheSchemasOnce() {
        Ran first = imr("schemas", "register");
        Ran second = imr("schemas", "register");
        Ran check = imr("schemas", "check");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("imr.guidelines-value", "imr.disputed-items-value", "imr.outcomes-key", "imr.outcomes-value");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(check.exitCode()).as(check.out()).isZero();
    }

    @Test
    @Order(4)
    void loadsTheReferenceThatTailThenShows() throws Exception {
        int guidelines = BundledGuidelines.load().size();

        Ran load = imr("reference", "load");
        Ran check = imr("topics", "check");
        Ran tail = imr("tail", "--from-beginning", "--max", String.valueOf(guidelines), "guidelines");

        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(load.outLines()).contains("imr.guidelines", "  + all " + guidelines + " (the topic is empty)");
        assertThat(load.err()).contains(guidelines + " guidelines (");
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(tail.exitCode()).as(tail.err()).isZero();
        assertThat(tail.outLines()).hasSize(guidelines);
        JsonNode first = JSON.readTree(tail.outLines().get(0));
        assertThat(first.get("topic").asText()).isEqualTo("imr.guidelines");
        assertThat(first.get("value").get("id")).isEqualTo(first.get("key"));
    }

    @Test
    @Order(5)
    void publishesLettersUnderTheirCaseNumbersWithHeaders() throws Exception {
        Path letters = folder.resolve("letters");
        imr("generate", "--count", "20", "--seed", "5", "--dir", letters.toString());

        Ran publish = imr(
                "publish",
                "--claims-administrator",
                "Acme Mutual",
                "--header",
                "imr-decision-date=2017-02-14",
                letters.toString());
        Ran tail = imr("tail", "--from-beginning", "--max", "20", "imr.letters");

        assertThat(publish.exitCode()).as(publish.err()).isZero();
        assertThat(publish.out()).isEmpty();
        assertThat(publish.err()).startsWith("20 letters (").contains(" published to imr.letters in ");
        List<String> keys = new ArrayList<>();
        for (String line : tail.outLines()) {
            JsonNode letter = JSON.readTree(line);
            keys.add(letter.get("key").asText());
            assertThat(letter.get("headers"))
                    .isEqualTo(JSON.createObjectNode()
                            .put(Headers.CLAIMS_ADMINISTRATOR, "Acme Mutual")
                            .put(Headers.DECISION_DATE, "2017-02-14"));
            assertThat(letter.get("valueBytes").asInt()).isPositive();
            assertThat(letter.has("value")).isFalse();
        }
        assertThat(keys).containsExactlyInAnyOrderElementsOf(letterIds(letters));
    }

    @Test
    @Order(6)
    void showsOfADeadLetterItsHeadersButNeverItsText() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var dead = new ProducerRecord<>("imr.letters.dlq", bytes("CM17-0000001"), bytes("the text of the letter"));
            dead.headers().add(Headers.ERROR_CODE, bytes("NO_ITEMS"));
            producer.send(dead).get();
        }

        Ran tail = imr("tail", "--from-beginning", "--max", "1", "letters.dlq");

        assertThat(tail.out())
                .contains("\"key\":\"CM17-0000001\"")
                .contains("\"headers\":{\"imr.error.code\":\"NO_ITEMS\"}")
                .contains("\"valueBytes\":22")
                .doesNotContain("the text");
    }

    @Test
    void namesATopicThatIsNotThereAndThoseThatAre() {
        Ran tail = imr("tail", "nonsense");

        assertThat(tail.exitCode()).isEqualTo(1);
        assertThat(tail.err()).contains("nonsense").contains("imr.letters").hasLineCount(1);
    }

    @Test
    void namesTheBrokerThatDoesNotAnswer() {
        Ran ran = Shell.imr(
                "publish",
                "-X",
                "kafka.bootstrap.servers=127.0.0.1:1",
                "-X",
                "kafka.admin.default.api.timeout.ms=1000",
                "-X",
                "kafka.admin.request.timeout.ms=900",
                folder.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .contains("127.0.0.1:1")
                .contains("kafka.bootstrap.servers")
                .hasLineCount(1);
    }

    @Test
    void namesTheRegistryThatDoesNotAnswer() {
        Ran ran = Shell.imr("schemas", "check", "-X", "schema.registry.url=http://127.0.0.1:1");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("http://127.0.0.1:1").hasLineCount(1);
    }

    private static Ran imr(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        boolean connects = !arguments[0].equals("generate");
        if (connects) {
            all.addAll(List.of(
                    "-X", "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                    "-X", "schema.registry.url=" + registry.url()));
        }
        return Shell.imr(all.toArray(String[]::new));
    }

    /** Case number, else file name. */
    private static List<String> letterIds(Path letters) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String line : Shell.imr("parse", letters.toString()).outLines()) {
            ids.add(JSON.readTree(line).get("letterId").asText());
        }
        return ids;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
