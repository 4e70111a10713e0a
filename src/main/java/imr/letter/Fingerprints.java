package imr.letter;

import imr.avro.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells a changed letter from a repeated one, whatever layout the two were extracted in. */
final class Fingerprints {

    private static final int BYTES = 16;

    /** From here on, a character takes more than one byte. */
    private static final char FIRST_WIDE = '\u0080';

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
        byte[] dense = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_WIDE) {
                return encoded(text);
            }
            if (c > ' ') {
                dense[length] = (byte) c;
                length++;
            }
        }
        return ByteBuffer.wrap(dense, 0, length);
    }

    private static ByteBuffer encoded(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Chars.isSpace(text.charAt(i))) {
                dense.append(text.charAt(i));
            }
        }
        return StandardCharsets.UTF_8.encode(CharBuffer.wrap(dense));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
