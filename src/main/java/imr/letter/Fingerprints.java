package imr.letter;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import imr.avro.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Tells a changed letter from a repeated one, whatever layout the two were extracted in. Meant against chance and not
 * against malice: who may publish a letter may publish any.
 */
final class Fingerprints {

    private Fingerprints() {}

    /**
     * XXH3 of 128 bits over the flat text and the claims administrator. Spaces behind hyphens are left out, for whether a
     * line ended there decides on them.
     */
    static Fingerprint of(FlatText flat, @Nullable String claimsAdministrator) {
        HashStream128 hash = Hashing.xxh3_128().hashStream();
        flat.update(hash);
        if (claimsAdministrator != null) {
            hash.putString(claimsAdministrator);
        }
        HashValue128 value = hash.get();
        return new Fingerprint(value.toByteArray());
    }
}
