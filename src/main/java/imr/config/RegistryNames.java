package imr.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;

/** The settings of the schema registry's client that have no line of their own in {@link SettingsDef}. */
final class RegistryNames {
    private static final List<String> PREFIXES = List.of("schema.registry.", "basic.auth.", "bearer.auth.", "proxy.");

    private static final Set<String> OTHERS = Set.of(
            "schema.registry.basic.auth.user.info",
            "schema.registry.url.randomize",
            "bearer.auth.issuer.endpoint.url",
            "bearer.auth.client.id",
            "bearer.auth.client.secret",
            "bearer.auth.scope",
            "bearer.auth.scope.claim.name",
            "bearer.auth.sub.claim.name",
            "bearer.auth.logical.cluster",
            "bearer.auth.identity.pool.id",
            "bearer.auth.cache.expiry.buffer.seconds",
            "bearer.auth.custom.provider.class",
            "max.retries",
            "retries.wait.ms",
            "retries.max.wait.ms",
            "latest.cache.size",
            "latest.cache.ttl.sec",
            "proxy.host",
            "proxy.port");

    private RegistryNames() {}

    /** All that are known by name. */
    static Set<String> known() {
        Set<String> names = new TreeSet<>(OTHERS);
        var ssl = new ConfigDef();
        SslConfigs.addClientSslSupport(ssl);
        ssl.names().forEach(name -> names.add("schema.registry." + name));
        return names;
    }

    /** Whether the client, or a provider that it loads, may know a name that isn't on the list. */
    static boolean mayBe(String name) {
        return PREFIXES.stream().anyMatch(name::startsWith);
    }
}
