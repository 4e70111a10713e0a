package imr.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import imr.avro.OutcomeMetrics;
import imr.avro.Tally;
import imr.dev.EmbeddedRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRegistryTest {
    private static final Map<String, String> NO_RETRIES = Map.of("max.retries", "0");

    @Test
    void aRegistryThatAnswersIsFine() throws IOException {
        try (var server = EmbeddedRegistry.start(0);
                var registry = SchemaRegistry.connect(server.url(), Map.of())) {
            assertThatCode(registry::check).doesNotThrowAnyException();
        }
    }

    @Test
    void aRegistryThatIsDownIsToldByItsAddressWithoutThePassword() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (var registry = SchemaRegistry.connect("http://me:hush@127.0.0.1:" + port, NO_RETRIES)) {
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(registry::check)
                    .withMessageStartingWith("schema registry http://127.0.0.1:" + port + " can't be used")
                    .withMessageNotContaining("hush")
                    .matches(RegistryException::isPassing);
        }
    }

    @Test
    void aRegistryThatNeverAnswersIsGivenUpInTime() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var registry = SchemaRegistry.connect(
                        "http://127.0.0.1:" + silent.getLocalPort(),
                        Map.of("max.retries", "0", "http.read.timeout.ms", "200"))) {
            long start = System.nanoTime();

            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(registry::check)
                    .matches(RegistryException::isPassing);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @CsvSource({"500,true", "503,true", "429,true", "408,true", "401,false", "403,false", "404,false", "422,false"})
    void theStatusTellsWhetherAFaultMayPass(int status, boolean passing) throws IOException {
        HttpServer server = answering(status, new AtomicReference<>());
        try (var registry = SchemaRegistry.connect(url(server), NO_RETRIES)) {
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(registry::check)
                    .matches(fault -> fault.isPassing() == passing);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "basic.auth.credentials.source, USER_INFO, basic.auth.user.info, me:secret, Basic bWU6c2VjcmV0",
        "bearer.auth.credentials.source, STATIC_TOKEN, bearer.auth.token, abc, Bearer abc"
    })
    void credentialsReachTheRegistry(String sourceName, String source, String name, String value, String sent)
            throws IOException {
        var authorization = new AtomicReference<String>();
        HttpServer server = answering(200, authorization);
        try (var registry = SchemaRegistry.connect(url(server), Map.of(sourceName, source, name, value))) {
            registry.check();
        } finally {
            server.stop(0);
        }

        assertThat(authorization).hasValue(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OAUTHBEARER", "SASL_OAUTHBEARER_INHERIT"})
    void signingInByOauthIsRefusedWithTheReasonAndTheWayOut(String source) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SchemaRegistry.connect("http://localhost:1", Map.of("bearer.auth.credentials.source", source)))
                .withMessageContaining("bearer.auth.credentials.source=" + source)
                .withMessageContaining("Kafka 4.1")
                .withMessageContaining("-Dconfluent.version=8.x");
    }

    @Test
    void anUnknownSourceOfTokensIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRegistry.connect(
                        "http://localhost:1", Map.of("bearer.auth.credentials.source", "STATIC")))
                .withMessage(
                        "bearer.auth.credentials.source=STATIC: the registry client offers only CUSTOM, STATIC_TOKEN");
    }

    @Test
    void anIncompatibleSchemaIsRefusedForGood() throws IOException {
        try (var server = EmbeddedRegistry.start(0);
                var registry = SchemaRegistry.connect(server.url(), Map.of())) {
            registry.register("x-value", Tally.getClassSchema());
            Schema other = new Schema.Parser().parse("""
                    {"type": "record", "name": "Tally", "namespace": "imr.avro", "fields": [
                      {"name": "needed", "type": "string"}]}""");

            assertThat(registry.problems("x-value", Tally.getClassSchema())).isEmpty();
            assertThat(registry.problems("new-value", other)).isEmpty();
            assertThat(registry.problems("x-value", other)).isNotEmpty();
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> registry.register("x-value", other))
                    .withMessageContaining("x-value")
                    .matches(fault -> !fault.isPassing());
        }
    }

    @Test
    void aFaultIsFoundUnderWhateverWrapsIt() {
        var fault = new RegistryException("schema registry http://x can't be used");

        assertThat(RegistryFaults.isRegistryFault(new StreamsException("a", new RuntimeException(fault))))
                .isTrue();
        assertThat(RegistryFaults.find(new StreamsException("a", fault))).containsSame(fault);
        assertThat(RegistryFaults.isRegistryFault(new IllegalStateException("bad data")))
                .isFalse();
        assertThat(RegistryFaults.isRegistryFault(null)).isFalse();
    }

    @Test
    void aKnownSchemaNeedsNoRegistry() throws IOException {
        SchemaRegistry registry;
        AvroSerde<OutcomeMetrics> serde;
        byte[] bytes;
        try (var server = EmbeddedRegistry.start(0)) {
            registry = SchemaRegistry.connect(server.url(), NO_RETRIES);
            serde = AvroSerde.ofValues(registry, OutcomeMetrics.class);
            bytes = serde.serializer().serialize("imr.outcomes", Records.metrics(3, 1));
        }

        assertThat(serde.deserializer().deserialize("imr.outcomes", bytes)).isEqualTo(Records.metrics(3, 1));
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> serde.serializer().serialize("another-topic", Records.metrics(3, 1)))
                .matches(RegistryException::isPassing);
    }

    @Test
    void aSchemaThatAnotherProcessRegistersAtTheSameMomentIsThere() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean first = requests.incrementAndGet() == 1;
            byte[] body = (first ? "{\"error_code\":409,\"message\":\"already exists\"}" : "{\"id\":7}")
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(first ? 409 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (var registry = SchemaRegistry.connect(url(server), NO_RETRIES)) {
            assertThat(registry.register("any", Tally.getClassSchema())).isEqualTo(7);
        } finally {
            server.stop(0);
        }

        assertThat(requests).hasValue(2);
    }

    private static HttpServer answering(int status, AtomicReference<String> authorization) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = "[]".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
