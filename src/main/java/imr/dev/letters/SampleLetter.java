package imr.dev.letters;

import imr.names.Headers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A letter that comes with the program.
 *
 * @param fileName its file under {@code sample-letters}
 * @param key record key to publish it under
 * @param claimsAdministrator a made-up company, null where the intake does not say
 * @param defective whether it is to be rejected
 * @param text the letter as its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on as it is to a producer; nobody compares letters by value.
public record SampleLetter(
        String fileName, String key, @Nullable String claimsAdministrator, boolean defective, byte[] text) {

    /** Record headers by name. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (claimsAdministrator != null) {
            headers.put(Headers.CLAIMS_ADMINISTRATOR, claimsAdministrator);
        }
        return headers;
    }
}
