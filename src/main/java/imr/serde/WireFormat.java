package imr.serde;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** The envelope of Avro on topics: one zero byte, the schema's id as four bytes (big-endian), the Avro binary. */
final class WireFormat {
    static final int PREFIX_LENGTH = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    /** The five bytes in front of a record written with the schema of this id. */
    static byte[] prefix(int schemaId) {
        return ByteBuffer.allocate(PREFIX_LENGTH).put(MAGIC).putInt(schemaId).array();
    }

    /**
     * The id of the schema that some bytes were written with.
     *
     * @throws SerializationException if the bytes don't start like this format. The message holds none of them, since
     *     they may be anything, a letter too.
     */
    static int schemaId(String topic, byte[] bytes) {
        if (bytes.length < PREFIX_LENGTH || bytes[0] != MAGIC) {
            throw new SerializationException(
                    topic + ": " + bytes.length + " bytes that are not a schema id followed by Avro");
        }
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }
}
