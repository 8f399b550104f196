package io.portolan.wire;

import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * TLS to a schema registry. The keys are those of Kafka's clients with the prefix {@code schema.registry.}, as in Confluent's
 * clients, and are read by the class with which Kafka's clients read theirs.
 *
 * @param context whom to trust, and with what to prove who this is
 * @param parameters versions and cipher suites
 */
record RegistryTls(SSLContext context, SSLParameters parameters) {
    private static final String PREFIX = "schema.registry.ssl.";
    private static final String SSL = "ssl.";

    /**
     * What a configuration asks for; empty if it asks for nothing, and what Java trusts is trusted.
     *
     * @throws ConfigException if a key is unknown, or a file cannot be used
     */
    static Optional<RegistryTls> of(Map<String, ?> configuration) {
        Map<String, Object> given = new HashMap<>();
        configuration.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                given.put(SSL + key.substring(PREFIX.length()), value);
            }
        });
        return given.isEmpty() ? Optional.empty() : Optional.of(parse(given));
    }

    private static RegistryTls parse(Map<String, Object> given) {
        ConfigDef keys = new ConfigDef();
        SslConfigs.addClientSslSupport(keys);
        checkKnown(given, keys);
        Map<String, Object> values = keys.parse(given);
        checkNames(values);
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(values);
            return new RegistryTls(factory.sslContext(), parameters(values));
        } catch (KafkaException e) {
            throw new ConfigException(PREFIX + "* cannot be used: " + root(e));
        }
    }

    private static void checkKnown(Map<String, Object> given, ConfigDef keys) {
        TreeSet<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(keys.names());
        if (!unknown.isEmpty()) {
            throw new ConfigException("unknown configuration key schema.registry." + unknown.first()
                    + "; the keys of TLS are those of Kafka's clients");
        }
    }

    /** Java's client cannot be told to believe a certificate of another host. */
    private static void checkNames(Map<String, Object> values) {
        Object algorithm = values.get(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);
        if (!"https".equalsIgnoreCase(String.valueOf(algorithm))) {
            throw new ConfigException("schema.registry." + SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG
                    + " can only be https: the name of the registry is always checked; give it a certificate for the"
                    + " name in " + SerdeConfiguration.URL);
        }
    }

    private static SSLParameters parameters(Map<String, Object> values) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(texts(values, SslConfigs.SSL_ENABLED_PROTOCOLS_CONFIG));
        String[] suites = texts(values, SslConfigs.SSL_CIPHER_SUITES_CONFIG);
        if (suites.length > 0) {
            parameters.setCipherSuites(suites);
        }
        return parameters;
    }

    private static String[] texts(Map<String, Object> values, String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toArray(String[]::new)
                : new String[0];
    }

    private static String root(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() + (cause instanceof NoSuchFileException ? " does not exist" : "");
    }
}
