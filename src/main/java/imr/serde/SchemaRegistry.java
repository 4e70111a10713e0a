package imr.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * The schema registry, through the one client of this process: its cache is what keeps the registry off the path of
 * records. May be used by all threads.
 *
 * <p>Every method that may ask the registry throws {@link RegistryException}, whose message names the address, without
 * what stands for a password in it.
 */
public final class SchemaRegistry implements AutoCloseable {
    private static final int SCHEMAS_PER_SUBJECT = 1000;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final SchemaRegistryClient client;
    private final String address;
    private final RegistryProperties properties;

    private SchemaRegistry(SchemaRegistryClient client, String address, RegistryProperties properties) {
        this.client = client;
        this.address = address;
        this.properties = properties;
    }

    /**
     * Prepares a client; the registry isn't asked anything yet.
     *
     * @param url one address, or several with commas between
     * @param properties the settings that Confluent documents for its serializers: {@code auto.register.schemas},
     *     {@code use.latest.version}, {@code latest.compatibility.strict}, {@code normalize.schemas},
     *     {@code schema.registry.*}, {@code basic.auth.*}, {@code bearer.auth.*}, and those of the HTTP client
     * @throws IllegalArgumentException if the client can't honour a setting
     */
    public static SchemaRegistry connect(String url, Map<String, String> properties) {
        RegistryProperties checked = RegistryProperties.of(properties);
        List<String> addresses =
                Arrays.stream(url.split(",", -1)).map(String::strip).toList();
        var client = new CachedSchemaRegistryClient(
                addresses, SCHEMAS_PER_SUBJECT, List.of(new AvroSchemaProvider()), checked.asMap(), Map.of());
        return new SchemaRegistry(client, withoutUserInfo(url), checked);
    }

    /** Asks the registry something that always has an answer, so that a wrong address shows before the first record. */
    public void check() {
        ask("schema registry " + address + " can't be used", client::getAllSubjects);
    }

    /** Registers a schema under a subject unless it is there, and gives its id. */
    public int register(String subject, Schema schema) {
        return ask(about(subject, "can't be registered"), () -> {
            try {
                return client.register(subject, bare(schema), properties.normalize());
            } catch (RestClientException answer) {
                if (answer.getStatus() != CONFLICT) {
                    throw answer;
                }
                // Some registries refuse all but the first of several processes that register at the same moment. By
                // now
                // the schema is there; one that doesn't fit is refused again.
                return client.register(subject, bare(schema), properties.normalize());
            }
        });
    }

    /** Why the registry would not accept a schema under a subject; empty if it would, or if the subject is new. */
    public List<String> problems(String subject, Schema schema) {
        return ask(about(subject, "can't be checked"), () -> {
            try {
                return client.testCompatibilityVerbose(subject, bare(schema), properties.normalize());
            } catch (RestClientException answer) {
                if (answer.getStatus() == NOT_FOUND) {
                    return List.of();
                }
                throw answer;
            }
        });
    }

    /** The schema that a record with this id was written with. */
    public Schema writerSchema(int id) {
        return avro(ask("schema " + id + " at " + address + " can't be had", () -> client.getSchemaById(id)));
    }

    /** The address that was given, without user names and passwords. */
    public String address() {
        return address;
    }

    /**
     * The schema to write with under a subject, and its id: by the settings, the given one (registered, or looked up),
     * or the latest one there.
     */
    Registered toWrite(String subject, Schema schema) {
        if (properties.useLatestVersion()) {
            return latest(subject, schema);
        }
        int id = properties.autoRegister()
                ? register(subject, schema)
                : ask(
                        about(subject, "is not there and auto.register.schemas is off"),
                        () -> client.getId(subject, bare(schema), properties.normalize()));
        return new Registered(id, schema);
    }

    private Registered latest(String subject, Schema schema) {
        SchemaMetadata latest = ask(
                about(subject, "is not there and use.latest.version is on"),
                () -> client.getLatestSchemaMetadata(subject));
        Schema target = writerSchema(latest.getId());
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(target, schema);
        if (properties.latestMustBeCompatible() && compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new RegistryException(about(
                    subject,
                    "has a latest version (" + latest.getVersion() + ") that can't take this program's records"));
        }
        return new Registered(latest.getId(), target);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException failed) {
            throw RegistryFaults.of("schema registry client for " + address + " can't be closed", failed);
        }
    }

    /** A schema as the registry knows it. */
    record Registered(int id, Schema schema) {}

    private interface Question<A> {
        A ask() throws IOException, RestClientException;
    }

    private static <A> A ask(String what, Question<A> question) {
        try {
            return question.ask();
        } catch (IOException | RestClientException | RuntimeException reported) {
            throw RegistryFaults.of(what, reported);
        }
    }

    private String about(String subject, String problem) {
        return "schema of " + subject + " at " + address + " " + problem;
    }

    /** The schema as others should see it, without what Avro's code generator notes in it for itself. */
    private static AvroSchema bare(Schema schema) {
        return new AvroSchema(JavaProperties.removedFrom(schema));
    }

    private Schema avro(ParsedSchema schema) {
        if (schema instanceof AvroSchema avro) {
            return avro.rawSchema();
        }
        throw new RegistryException("a schema at " + address + " is not Avro but " + schema.schemaType());
    }

    private static String withoutUserInfo(String url) {
        StringBuilder shown = new StringBuilder();
        for (String one : url.split(",", -1)) {
            int scheme = one.indexOf("://");
            int at = one.lastIndexOf('@');
            shown.append(shown.isEmpty() ? "" : ",")
                    .append(scheme >= 0 && at > scheme ? one.substring(0, scheme + 3) + one.substring(at + 1) : one);
        }
        return shown.toString();
    }
}
