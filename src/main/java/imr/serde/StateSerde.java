package imr.serde;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Avro records in state stores and internal topics: one byte that counts the schema's versions, from 1, then the Avro
 * binary. Nobody else reads these, so no registry has a say in them, and state can be restored while it is down. May be
 * shared by all threads.
 *
 * <p>The schemas of all versions are kept as resources, {@code state/<name>.<version>.avsc}. The newest one must be
 * that of the class: a changed class needs a new file, and then reads what older versions wrote. Equal records have
 * equal bytes, which keys rely on.
 *
 * @param <T> the generated class
 */
public final class StateSerde<T extends SpecificRecord> implements Serde<T> {
    private final Class<T> type;
    private final List<Schema> versions;
    private final byte[] prefix;
    private final ThreadLocal<Worker<T>> worker;

    private StateSerde(Class<T> type, List<Schema> versions) {
        this.type = type;
        this.versions = versions;
        this.prefix = new byte[] {(byte) versions.size()};
        this.worker = ThreadLocal.withInitial(this::newWorker);
    }

    /**
     * A serde for the values of stores and internal topics.
     *
     * @throws IllegalStateException if the newest stored schema isn't that of the class
     */
    public static <T extends SpecificRecord> StateSerde<T> ofValues(Class<T> type) {
        return of(type, StateSchemas.versions(type.getSimpleName()));
    }

    /**
     * A serde for keys. Their bytes are compared, and so their schema can't ever change.
     *
     * @throws IllegalStateException if there is more than one version, or it isn't that of the class
     */
    public static <T extends SpecificRecord> StateSerde<T> ofKeys(Class<T> type) {
        List<Schema> versions = StateSchemas.versions(type.getSimpleName());
        if (versions.size() > 1) {
            throw new IllegalStateException(type.getSimpleName()
                    + " is a key: with a second version of its schema, the same key would have other bytes");
        }
        return of(type, versions);
    }

    static <T extends SpecificRecord> StateSerde<T> of(Class<T> type, List<Schema> versions) {
        Schema today = SpecificData.getForClass(type).getSchema(type);
        if (versions.isEmpty() || !sameBytes(versions.get(versions.size() - 1), today)) {
            throw new IllegalStateException("the schema of " + type.getSimpleName() + " is not stored as version "
                    + versions.size() + ": add " + StateSchemas.path(type.getSimpleName(), versions.size() + 1));
        }
        return new StateSerde<>(type, List.copyOf(versions));
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, record) -> record == null ? null : worker.get().body().write(prefix, record);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(topic, bytes);
    }

    private T read(String topic, byte[] bytes) {
        Worker<T> mine = worker.get();
        int version = bytes.length == 0 ? 0 : bytes[0];
        if (version < 1 || version > mine.readers().size()) {
            throw new SerializationException(topic + ": " + type.getSimpleName() + " of version " + version
                    + ", and this program knows 1 to " + mine.readers().size());
        }
        return mine.body().read(mine.readers().get(version - 1), bytes, prefix.length);
    }

    private Worker<T> newWorker() {
        var body = new AvroBody<>(type);
        List<DatumReader<T>> readers = new ArrayList<>();
        versions.forEach(schema -> readers.add(body.reader(schema)));
        return new Worker<>(body, readers);
    }

    private static boolean sameBytes(Schema one, Schema other) {
        return SchemaNormalization.toParsingForm(one).equals(SchemaNormalization.toParsingForm(other));
    }

    @Override
    public String toString() {
        return "StateSerde(" + type.getSimpleName() + ")";
    }

    /** What one thread keeps: readers in the order of the versions. */
    private record Worker<T extends SpecificRecord>(AvroBody<T> body, List<DatumReader<T>> readers) {}
}
