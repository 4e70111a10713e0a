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

    /** First 16 bytes of the SHA-256 of the text without white space, a zero, and the claims administrator. */
    static Fingerprint of(String text, @Nullable String claimsAdministrator) {
        StringBuilder dense = new StringBuilder(text.length() + 32);
        for (int i = 0; i < text.length(); i++) {
            if (!Chars.isSpace(text.charAt(i))) {
                dense.append(text.charAt(i));
            }
        }
        dense.append('\0').append(claimsAdministrator == null ? "" : claimsAdministrator);
        byte[] digest = sha256().digest(dense.toString().getBytes(StandardCharsets.UTF_8));
        return new Fingerprint(Arrays.copyOf(digest, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
