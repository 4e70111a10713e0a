package imr.serde;

import imr.serde.SchemaRegistry.Registered;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Avro records on topics, in the wire format of Confluent's own serializers, with schemas under the subjects
 * {@code <topic>-key} and {@code <topic>-value}. What was written with another version of the schema is read as today's
 * class. May be shared by all threads.
 *
 * <p>Null stands for no record, both ways. Bad bytes and unfit records give a
 * {@link org.apache.kafka.common.errors.SerializationException}, faults of the registry a {@link RegistryException}.
 *
 * @param <T> the generated class
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    private static final byte[] NO_PREFIX = new byte[0];

    private final SchemaRegistry registry;
    private final Class<T> type;
    private final Schema schema;
    private final String subjectSuffix;
    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private final ThreadLocal<Worker<T>> worker;

    private AvroSerde(SchemaRegistry registry, Class<T> type, String subjectSuffix) {
        this.registry = registry;
        this.type = type;
        this.schema = SpecificData.getForClass(type).getSchema(type);
        this.subjectSuffix = subjectSuffix;
        this.worker = ThreadLocal.withInitial(() -> new Worker<>(new AvroBody<>(type), new HashMap<>()));
    }

    /** A serde for record keys. */
    public static <T extends SpecificRecord> AvroSerde<T> ofKeys(SchemaRegistry registry, Class<T> type) {
        return new AvroSerde<>(registry, type, "-key");
    }

    /** A serde for record values. */
    public static <T extends SpecificRecord> AvroSerde<T> ofValues(SchemaRegistry registry, Class<T> type) {
        return new AvroSerde<>(registry, type, "-value");
    }

    /** The subject under which the schema for a topic is registered. */
    public String subject(String topic) {
        return topic + subjectSuffix;
    }

    /** The schema of today's class. */
    public Schema schema() {
        return schema;
    }

    /**
     * Finds the schema's id for a topic now rather than with the first record, so that a registry that refuses the
     * schema does it at start.
     *
     * @throws RegistryException if the registry can't be reached or doesn't have or take the schema
     */
    public void prepare(String topic) {
        target(topic);
    }

    @Override
    public Serializer<T> serializer() {
        return this::serialize;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this::deserialize;
    }

    private byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        Target target = target(topic);
        AvroBody<T> body = worker.get().body();
        Projection projection = target.projection;
        return projection == null
                ? body.write(target.prefix, record)
                : projection.write(target.prefix, body.write(NO_PREFIX, record));
    }

    private @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = WireFormat.schemaId(topic, bytes);
        Worker<T> mine = worker.get();
        DatumReader<T> reader = mine.readers().get(id);
        if (reader == null) {
            reader = mine.body().reader(registry.writerSchema(id));
            mine.readers().put(id, reader);
        }
        return mine.body().read(reader, bytes, WireFormat.PREFIX_LENGTH);
    }

    private Target target(String topic) {
        Target known = targets.get(topic);
        if (known == null) {
            Registered registered = registry.toWrite(subject(topic), schema);
            known = new Target(registered.id(), Projection.between(schema, registered.schema()));
            targets.put(topic, known);
        }
        return known;
    }

    @Override
    public String toString() {
        return "AvroSerde(" + type.getSimpleName() + subjectSuffix + ")";
    }

    /** How to write to one topic; a projection if not with the schema of the class. */
    private static final class Target {
        final byte[] prefix;
        final @Nullable Projection projection;

        Target(int schemaId, @Nullable Projection projection) {
            this.prefix = WireFormat.prefix(schemaId);
            this.projection = projection;
        }
    }

    /** What one thread keeps: readers by the writer schema's id. */
    private record Worker<T extends SpecificRecord>(AvroBody<T> body, Map<Integer, DatumReader<T>> readers) {}
}
