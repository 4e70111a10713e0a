package imr.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EmbeddedRegistryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String EMPTY_RECORD = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}";

    private static String url = "";
    private static AutoCloseable running = () -> {};

    @BeforeAll
    static void start() throws IOException {
        var registry = EmbeddedRegistry.start(0);
        running = registry;
        url = registry.url();
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    @Test
    void takenPreferredPortFallsBackToAnother() throws Exception {
        try (var taken = EmbeddedRegistry.start(0);
                var registry = EmbeddedRegistry.start(URI.create(taken.url()).getPort())) {
            assertThat(registry.url())
                    .startsWith("http://127.0.0.1:")
                    .doesNotEndWith(":" + URI.create(taken.url()).getPort());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /,                                  200",
        "GET,    /schemas/types,                     200",
        "GET,    /mode,                              200",
        "GET,    /mode/anyone,                       200",
        "GET,    /nowhere,                           404",
        "GET,    /schemas/ids/none,                  404",
        "DELETE, /subjects/anyone,                   405",
        "DELETE, /subjects,                          405",
        "GET,    /subjects/nobody/versions,          40401",
        "GET,    /subjects/nobody/versions/latest,   40401",
        "GET,    /subjects/nobody/versions/0,        42202",
        "GET,    /subjects/nobody/versions/newest,   42202",
        "GET,    /schemas/ids/123456,                40403",
        "GET,    /config/nobody,                     40408",
        "GET,    /config/nobody?defaultToGlobal=true, 200",
    })
    void pathsHaveTheirCodes(String method, String path, int code) throws Exception {
        assertThat(code(send(method, path, ""))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"nonsense\"}", "", "{", "{\"type\":\"record\",\"name\":\"1\",\"fields\":[]}"})
    void schemaThatIsNotAvroIsRefused(String schema) throws Exception {
        assertThat(code(send("POST", "/subjects/s/versions", body(Map.of("schema", schema)))))
                .isEqualTo(42201);
    }

    @Test
    void whatIsNotSupportedIsRefusedNotIgnored() throws Exception {
        var reference = Map.of("name", "N", "subject", "n", "version", 1);
        var refused = Stream.of(
                Map.of("schema", EMPTY_RECORD, "references", new Object[] {reference}),
                Map.of("schema", EMPTY_RECORD, "ruleSet", Map.of("domainRules", "x")),
                Map.of("schema", EMPTY_RECORD, "schemaType", "PROTOBUF"));

        for (var request : refused.toList()) {
            assertThat(code(send("POST", "/subjects/s/versions", body(request))))
                    .isEqualTo(42201);
        }
    }

    @Test
    void bodyThatIsNotJsonOrTooLargeIsRefused() throws Exception {
        assertThat(code(send("POST", "/subjects/s/versions", "{"))).isEqualTo(400);
        assertThat(code(send("POST", "/subjects/s/versions", " ".repeat((1 << 20) + 1))))
                .isEqualTo(413);
    }

    @Test
    void subjectMayHoldAnyCharacter() throws Exception {
        var id = json(
                send("POST", "/subjects/a%2Fb+c%20d/versions?normalize=true", body(Map.of("schema", EMPTY_RECORD))));

        assertThat(json(send("GET", "/subjects", "")).toString()).contains("\"a/b+c d\"");
        var found = json(send("GET", "/schemas/ids/" + id.get("id") + "?fetchMaxId=true", ""));
        assertThat(found.get("schema").textValue()).isEqualTo(EMPTY_RECORD);
        assertThat(found.get("maxId").intValue()).isPositive();
    }

    @Test
    void levelIsSetGloballyAndUnknownOnesAreRefused() throws Exception {
        assertThat(code(send("PUT", "/config", body(Map.of("compatibility", "SOMEHOW")))))
                .isEqualTo(42203);
        assertThat(json(send("PUT", "/config", body(Map.of("compatibility", "BACKWARD")))))
                .hasToString("{\"compatibility\":\"BACKWARD\"}");
        assertThat(json(send("GET", "/config", ""))).hasToString("{\"compatibilityLevel\":\"BACKWARD\"}");
    }

    @Test
    void verboseCompatibilityAnswerNamesWhatIsWrong() throws Exception {
        send("POST", "/subjects/numbers/versions", body(Map.of("schema", "\"int\"")));

        var answer = send(
                "POST",
                "/compatibility/subjects/numbers/versions/latest?verbose=true",
                body(Map.of("schema", "\"string\"")));

        assertThat(json(answer).get("is_compatible").booleanValue()).isFalse();
        assertThat(json(answer).get("messages").toString()).contains("TYPE_MISMATCH");
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The error code of a refusal, or the status of anything else; the two are held to agree. */
    private static int code(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == 200) {
            return 200;
        }
        int code = json(answer).get("error_code").intValue();
        assertThat(String.valueOf(code)).startsWith(String.valueOf(answer.statusCode()));
        return code;
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static String body(Map<String, ?> fields) throws IOException {
        return JSON.writeValueAsString(fields);
    }
}
