package imr.serde;

import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** The registry client's documented settings, with this program's defaults. */
final class RegistryProperties {
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";

    private final Map<String, String> properties;

    private RegistryProperties(Map<String, String> properties) {
        this.properties = properties;
    }

    /**
     * @throws IllegalArgumentException for a setting that the client on the class path can't honour; says which, why
     *     and what to do instead
     */
    static RegistryProperties of(Map<String, String> given) {
        Map<String, String> properties = new HashMap<>();
        // The client waits a minute each by default, and that in the middle of a stream thread.
        properties.put("http.connect.timeout.ms", "5000");
        properties.put("http.read.timeout.ms", "10000");
        properties.putAll(given);
        String bearer = properties.get(BEARER_SOURCE);
        if (bearer != null) {
            refuseUnknownBearer(bearer);
        }
        return new RegistryProperties(properties);
    }

    Map<String, String> asMap() {
        return properties;
    }

    boolean autoRegister() {
        return flag("auto.register.schemas", true);
    }

    boolean useLatestVersion() {
        return flag("use.latest.version", false);
    }

    boolean latestMustBeCompatible() {
        return flag("latest.compatibility.strict", true);
    }

    boolean normalize() {
        return flag("normalize.schemas", false);
    }

    private boolean flag(String name, boolean otherwise) {
        String value = properties.get(name);
        return value == null ? otherwise : Boolean.parseBoolean(value.strip());
    }

    private static void refuseUnknownBearer(String source) {
        Set<String> offered = new TreeSet<>();
        for (BearerAuthCredentialProvider provider : ServiceLoader.load(BearerAuthCredentialProvider.class)) {
            offered.add(provider.alias());
        }
        if (offered.contains(source)) {
            return;
        }
        String why = source.toUpperCase(Locale.ROOT).contains("OAUTHBEARER")
                ? "the registry client in this build signs in by OAuth through Kafka classes that Kafka 4.1 removed."
                        + " Build with the official client (-Dconfluent.repository=URL -Dconfluent.version=8.x), or name"
                        + " your own provider with " + BEARER_SOURCE
                        + "=CUSTOM and bearer.auth.custom.provider.class"
                : "the registry client offers only " + String.join(", ", offered);
        throw new IllegalArgumentException(BEARER_SOURCE + "=" + source + ": " + why);
    }
}
