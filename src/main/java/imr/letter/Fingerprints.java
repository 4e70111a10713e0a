package imr.letter;

import imr.avro.Fingerprint;
import java.nio.ByteBuffer;
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
        MessageDigest digest = sha256();
        digest.update(withoutWhiteSpace(text));
        digest.update((byte) 0);
        if (claimsAdministrator != null) {
            digest.update(claimsAdministrator.getBytes(StandardCharsets.UTF_8));
        }
        return new Fingerprint(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static ByteBuffer withoutWhiteSpace(String text) {
        byte[] dense = text.getBytes(StandardCharsets.UTF_8);
        if (dense.length != text.length()) {
            return encoded(text.toCharArray());
        }
        int length = 0;
        for (byte b : dense) {
            // Written always, kept if it is no white space: that spares a branch that is often guessed wrong.
            dense[length] = b;
            length += (' ' - b) >>> (Integer.SIZE - 1);
        }
        return ByteBuffer.wrap(dense, 0, length);
    }

    private static ByteBuffer encoded(char[] chars) {
        int length = 0;
        for (char c : chars) {
            if (!Chars.isSpace(c)) {
                chars[length] = c;
                length++;
            }
        }
        return ByteBuffer.wrap(new String(chars, 0, length).getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
