package imr.guideline;

import imr.avro.Guideline;
import imr.avro.Treatment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Names a reference by its contents: the same guidelines and treatments have the same version, in whatever order and at
 * whatever time they came. Each record is hashed by itself, and the hashes once more in sorted order.
 */
public final class ReferenceVersion {
    /** 48 bits: a clash among a thousand versions is a matter of one in a billion. */
    private static final int HEX_DIGITS = 12;

    private ReferenceVersion() {}

    /** The version of these, as twelve hexadecimal digits. */
    public static String of(Collection<Guideline> guidelines, Collection<Treatment> treatments) {
        MessageDigest sha = sha256();
        addAll(sha, Guideline.class, guidelines);
        addAll(sha, Treatment.class, treatments);
        return HexFormat.of().formatHex(sha.digest()).substring(0, HEX_DIGITS);
    }

    private static <T extends SpecificRecord> void addAll(MessageDigest sha, Class<T> type, Collection<T> records) {
        byte[][] hashes = new byte[records.size()][];
        SpecificDatumWriter<T> writer = new SpecificDatumWriter<>(type);
        MessageDigest each = sha256();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        int at = 0;
        for (T entry : records) {
            bytes.reset();
            try {
                writer.write(entry, encoder);
            } catch (IOException e) {
                throw new UncheckedIOException("writing into memory", e);
            }
            hashes[at++] = each.digest(bytes.toByteArray());
        }
        Arrays.sort(hashes, Arrays::compare);
        for (byte[] hash : hashes) {
            sha.update(hash);
        }
        // Keeps the tables apart.
        sha.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
