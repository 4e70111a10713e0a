package imr.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecordBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the embedded registry to a real one: the genuine client must not be able to tell them apart. */
@Timeout(120)
class SchemaRegistryContractIT {
    private static final AvroSchema NAME = record("{'name':'name','type':'string'}");
    private static final AvroSchema NAME_AND_DEFAULTED_AGE =
            record("{'name':'name','type':'string'},{'name':'age','type':'int','default':0}");
    private static final AvroSchema NAME_AND_REQUIRED_AGE =
            record("{'name':'name','type':'string'},{'name':'age','type':'int'}");

    private static List<AutoCloseable> running = List.of();
    private static List<Named<String>> addresses = List.of();

    private final String subject = "people-" + UUID.randomUUID() + "-value";

    @BeforeAll
    static void startBoth() throws IOException, InterruptedException {
        var embedded = EmbeddedRegistry.start(0);
        running = List.of(embedded);
        var apicurio = ApicurioRegistry.start();
        running = List.of(embedded, apicurio);
        addresses = List.of(Named.of("embedded", embedded.url()), Named.of("apicurio", apicurio.url()));
    }

    @AfterAll
    static void stopBoth() throws Exception {
        for (AutoCloseable registry : running) {
            registry.close();
        }
    }

    static Stream<Named<String>> registries() {
        return addresses.stream();
    }

    @ParameterizedTest
    @MethodSource("registries")
    void registeringTwiceGivesTheSameId(String url) throws Exception {
        int first = client(url).register(subject, NAME);
        int second = client(url).register(subject, NAME);

        assertThat(second).isEqualTo(first);
        assertThat(client(url).getAllVersions(subject)).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void oneSchemaHasOneIdUnderTwoSubjects(String url) throws Exception {
        int here = client(url).register(subject, NAME);
        int there = client(url).register("other-" + subject, NAME);

        assertThat(there).isEqualTo(here);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void schemaIsFoundByItsId(String url) throws Exception {
        int id = client(url).register(subject, NAME);

        assertThat(client(url).getSchemaById(id).rawSchema()).isEqualTo(NAME.rawSchema());
        assertThat(client(url).getSchemaBySubjectAndId(subject, id).rawSchema()).isEqualTo(NAME.rawSchema());
        assertThat(client(url).getId(subject, NAME)).isEqualTo(id);
        assertThat(client(url).getVersion(subject, NAME)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void incompatibleSchemaIsRefused(String url) throws Exception {
        client(url).register(subject, NAME);

        assertThat(client(url).testCompatibility(subject, NAME_AND_REQUIRED_AGE))
                .isFalse();
        assertThat(refusal(() -> client(url).register(subject, NAME_AND_REQUIRED_AGE)))
                .returns(409, RestClientException::getStatus)
                .returns(409, RestClientException::getErrorCode);
        assertThat(client(url).getAllVersions(subject)).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void compatibleSchemaBecomesTheNextVersion(String url) throws Exception {
        int first = client(url).register(subject, NAME);

        assertThat(client(url).testCompatibility(subject, NAME_AND_DEFAULTED_AGE))
                .isTrue();
        int second = client(url).register(subject, NAME_AND_DEFAULTED_AGE);

        assertThat(second).isNotEqualTo(first);
        assertThat(client(url).getAllVersions(subject)).containsExactly(1, 2);
        assertThat(client(url).getSchemaMetadata(subject, 1).getId()).isEqualTo(first);
        var latest = client(url).getLatestSchemaMetadata(subject);
        assertThat(latest.getId()).isEqualTo(second);
        assertThat(latest.getVersion()).isEqualTo(2);
        assertThat(new AvroSchema(latest.getSchema()).rawSchema()).isEqualTo(NAME_AND_DEFAULTED_AGE.rawSchema());
    }

    @ParameterizedTest
    @MethodSource("registries")
    void unknownThingsHaveTheirErrorCodes(String url) throws Exception {
        client(url).register(subject, NAME);

        assertThat(refusal(() -> client(url).getLatestSchemaMetadata("nobody")).getErrorCode())
                .isEqualTo(40401);
        assertThat(refusal(() -> client(url).getSchemaMetadata(subject, 99)).getErrorCode())
                .isEqualTo(40402);
        assertThat(refusal(() -> client(url).getId(subject, NAME_AND_DEFAULTED_AGE))
                        .getErrorCode())
                .isEqualTo(40403);
        assertThat(refusal(() -> client(url).getSchemaById(987_654)).getErrorCode())
                .isEqualTo(40403);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void compatibilityIsBackwardAndCanBeSetForASubject(String url) throws Exception {
        client(url).register(subject, NAME);

        assertThat(client(url).getCompatibility("")).isEqualTo("BACKWARD");
        // Not NONE: to Apicurio that means no level of the subject's own, and the global one holds again.
        assertThat(client(url).updateCompatibility(subject, "FORWARD")).isEqualTo("FORWARD");

        assertThat(client(url).getCompatibility(subject)).isEqualTo("FORWARD");
        client(url).register(subject, NAME_AND_REQUIRED_AGE);
        assertThat(client(url).getAllVersions(subject)).containsExactly(1, 2);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void subjectsAreListed(String url) throws Exception {
        client(url).register(subject, NAME);

        assertThat(client(url).getAllSubjects()).contains(subject);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void serializedRecordComesBack(String url) {
        var settings = Map.of("schema.registry.url", url, "auto.register.schemas", "true");
        var person =
                new GenericRecordBuilder(NAME.rawSchema()).set("name", "Ada").build();
        try (var serializer = new KafkaAvroSerializer(client(url), settings);
                var deserializer = new KafkaAvroDeserializer(client(url), settings)) {
            byte[] bytes = serializer.serialize(subject, person);

            assertThat(deserializer.deserialize(subject, bytes)).hasToString("{\"name\": \"Ada\"}");
        }
    }

    /** A client whose cache is empty, so that every question reaches the registry. */
    private static SchemaRegistryClient client(String url) {
        return new CachedSchemaRegistryClient(url, 10);
    }

    private static RestClientException refusal(ThrowingCallable call) {
        return catchThrowableOfType(RestClientException.class, call);
    }

    private static AvroSchema record(String fields) {
        return new AvroSchema(("{'type':'record','name':'Person','namespace':'imr.contract','fields':[" + fields + "]}")
                .replace('\'', '"'));
    }
}
