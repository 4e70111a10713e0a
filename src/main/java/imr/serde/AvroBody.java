package imr.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the Avro binary behind a prefix, keeping its buffer, encoder and decoder from one record to the
 * next. Belongs to one thread.
 *
 * <p>Avro's generated coders stay switched off: they halve the half microsecond that a ledger entry takes to write, can't
 * do records with dates, and are a switch for the whole process.
 *
 * <p>What goes wrong is told by the record's type and the exception's class alone. Avro's own messages may quote the
 * field that it stumbled over, and fields hold letter text; so neither they nor the exceptions are passed on.
 */
final class AvroBody<T extends SpecificRecord> {
    private static final int FIRST_BUFFER = 512;

    private final Class<T> type;
    private final Schema schema;
    private final SpecificData model;
    private final DatumWriter<T> writer;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(FIRST_BUFFER);
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    AvroBody(Class<T> type) {
        this.type = type;
        this.model = SpecificData.getForClass(type);
        this.schema = model.getSchema(type);
        this.writer = new Writer<>(schema, model);
    }

    /** A reader for what was written with a schema; gives today's class. */
    DatumReader<T> reader(Schema writerSchema) {
        return new SpecificDatumReader<>(writerSchema, schema, model);
    }

    byte[] write(byte[] prefix, T record) {
        buffer.reset();
        buffer.write(prefix, 0, prefix.length);
        try {
            encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
            writer.write(record, encoder);
            encoder.flush();
            return buffer.toByteArray();
        } catch (IOException | RuntimeException failed) {
            encoder = null; // It may hold a part of this record.
            throw unfit("a " + type.getSimpleName() + " that does not fit its schema", failed);
        }
    }

    T read(DatumReader<T> reader, byte[] bytes, int from) {
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, decoder);
            T record = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IOException("bytes left over");
            }
            return record;
        } catch (IOException | RuntimeException failed) {
            decoder = null;
            throw unfit("bytes that are no " + type.getSimpleName() + " of their schema", failed);
        }
    }

    /** Knows without a search which branch of a union is meant where there is only null and another. */
    private static final class Writer<T> extends SpecificDatumWriter<T> {
        Writer(Schema schema, SpecificData model) {
            super(schema, model);
        }

        @Override
        protected int resolveUnion(Schema union, Object value) {
            List<Schema> branches = union.getTypes();
            if (branches.size() == 2 && branches.get(0).getType() == Schema.Type.NULL) {
                return value == null ? 0 : 1;
            }
            return super.resolveUnion(union, value);
        }
    }

    private static SerializationException unfit(String what, Exception failed) {
        var unfit = new SerializationException(what + " (" + failed.getClass().getSimpleName() + ")");
        unfit.setStackTrace(failed.getStackTrace());
        return unfit;
    }
}
