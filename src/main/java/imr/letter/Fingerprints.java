package imr.letter;

import imr.avro.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells a changed letter from a repeated one, whatever layout the two were extracted in. */
final class Fingerprints {

    private static final int BYTES = 16;

    private Fingerprints() {}

    /**
     * First 16 bytes of the SHA-256 of the flat text, a zero, and the claims administrator. Spaces behind hyphens are left
     * out, for whether a line ended there decides on them.
     */
    static Fingerprint of(FlatText flat, @Nullable String claimsAdministrator) {
        MessageDigest digest = sha256();
        flat.update(digest);
        digest.update((byte) 0);
        if (claimsAdministrator != null) {
            digest.update(claimsAdministrator.getBytes(StandardCharsets.UTF_8));
        }
        return new Fingerprint(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
