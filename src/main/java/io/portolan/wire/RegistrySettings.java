package io.portolan.wire;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a schema registry. Keys, defaults and meanings are those of Confluent's clients; the client keys may bear
 * the prefix {@code schema.registry.}.
 *
 * @param urls base addresses without credentials, tried in this order
 * @param authorization value of the HTTP header; null to send none
 * @param tls how to speak TLS; empty for what Java does by itself
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for an answer
 * @param maxRetries rounds after the first one, 0 or more
 * @param retryWait wait before the first retry; doubles with each
 * @param retryMaxWait longest wait before a retry
 */
record RegistrySettings(
        List<URI> urls,
        @Nullable String authorization,
        Optional<RegistryTls> tls,
        Duration connectTimeout,
        Duration readTimeout,
        int maxRetries,
        Duration retryWait,
        Duration retryMaxWait) {

    /**
     * Reads the settings from the configuration of a client.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a value is missing or unusable
     */
    static RegistrySettings of(Map<String, ?> configuration) {
        SerdeConfiguration values = SerdeConfiguration.of(configuration);
        List<URI> addresses = RegistryAddress.parse(values.list(SerdeConfiguration.URL));
        return new RegistrySettings(
                addresses.stream().map(RegistryAddress::withoutCredentials).toList(),
                RegistryCredentials.authorization(values, addresses),
                RegistryTls.of(configuration),
                values.millis(SerdeConfiguration.CONNECT_TIMEOUT),
                values.millis(SerdeConfiguration.READ_TIMEOUT),
                values.integer(SerdeConfiguration.MAX_RETRIES),
                values.millis(SerdeConfiguration.RETRY_WAIT),
                values.millis(SerdeConfiguration.RETRY_MAX_WAIT));
    }

    /** Never shows the credentials. */
    @Override
    public String toString() {
        return "RegistrySettings" + urls;
    }
}
