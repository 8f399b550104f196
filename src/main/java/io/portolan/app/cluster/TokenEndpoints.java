package io.portolan.app.cluster;

import io.portolan.app.config.PortolanConfig;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * Lets Kafka's clients ask the token endpoints that the configuration names. Since version 4 they ask none that a property of
 * the process does not name, as their configuration may come from a stranger; the one of a job comes from whoever starts it.
 */
public final class TokenEndpoints {
    private static final String URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final List<String> KEYS =
            List.of(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, SaslConfigs.SASL_OAUTHBEARER_JWKS_ENDPOINT_URL);

    private TokenEndpoints() {}

    /** Allows those of this configuration for the whole process; what the process was started with wins. */
    public static void allow(PortolanConfig config) {
        TreeSet<String> urls = new TreeSet<>();
        config.kafka().forEach((key, value) -> {
            if (KEYS.stream().anyMatch(key::endsWith)) {
                urls.add(String.valueOf(value));
            }
        });
        if (!urls.isEmpty() && System.getProperty(URLS) == null) {
            System.setProperty(URLS, String.join(",", urls));
        }
    }
}
