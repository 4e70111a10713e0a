package imr.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites records of this program's schema in another version of it, for {@code use.latest.version}, where somebody
 * else governs what is registered. Slow, and not used unless the versions really differ.
 */
record Projection(Schema from, Schema to) {
    /** Null if records of both schemas have the same bytes. */
    static @Nullable Projection between(Schema from, Schema to) {
        boolean same = SchemaNormalization.toParsingForm(from).equals(SchemaNormalization.toParsingForm(to));
        return same ? null : new Projection(from, to);
    }

    byte[] write(byte[] prefix, byte[] body) {
        try {
            var reader = new GenericDatumReader<Object>(from, to);
            Object record = reader.read(null, DecoderFactory.get().binaryDecoder(body, null));
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(prefix);
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<>(to).write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException | AvroRuntimeException failed) {
            throw new SerializationException("a " + from.getName() + " that the latest registered schema can't hold ("
                    + failed.getClass().getSimpleName() + ")");
        }
    }
}
