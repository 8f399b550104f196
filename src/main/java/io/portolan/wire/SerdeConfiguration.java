package io.portolan.wire;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/**
 * The configuration of the serdes and of the registry client. Names and defaults are Confluent's. Source: Confluent
 * documentation, "Configuration Reference for Schema Registry Clients".
 */
final class SerdeConfiguration {
    static final String URL = "schema.registry.url";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String REMOVE_JAVA_PROPERTIES = "avro.remove.java.properties";
    static final String LATEST_VERSION = "use.latest.version";
    static final String KEY_STRATEGY = "key.subject.name.strategy";
    static final String VALUE_STRATEGY = "value.subject.name.strategy";
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String BASIC_SOURCE = "basic.auth.credentials.source";
    static final String USER_INFO = "basic.auth.user.info";
    static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    static final String BEARER_TOKEN = "bearer.auth.token";
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    static final String MAX_RETRIES = "max.retries";
    static final String RETRY_WAIT = "retries.wait.ms";
    static final String RETRY_MAX_WAIT = "retries.max.wait.ms";

    private static final String CLIENT_PREFIX = "schema.registry.";

    private final Map<String, Object> values;

    private SerdeConfiguration(Map<String, Object> values) {
        this.values = values;
    }

    static SerdeConfiguration of(Map<String, ?> configuration) {
        Map<String, Object> given = new HashMap<>();
        ConfigDef definition = definition();
        for (String key : definition.names()) {
            Object value = configuration.get(CLIENT_PREFIX + key);
            given.put(key, value == null ? configuration.get(key) : value);
        }
        given.values().removeIf(Objects::isNull);
        return new SerdeConfiguration(definition.parse(given));
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef()
                .define(URL, ConfigDef.Type.LIST, HIGH, "Addresses of the schema registry, comma-separated")
                .define(
                        AUTO_REGISTER,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        MEDIUM,
                        "Register a schema that is not registered yet")
                .define(REMOVE_JAVA_PROPERTIES, ConfigDef.Type.BOOLEAN, false, LOW, "Register without avro.java.string")
                .define(LATEST_VERSION, ConfigDef.Type.BOOLEAN, false, LOW, "Refused: see SchemaIds")
                .define(KEY_STRATEGY, ConfigDef.Type.STRING, "TopicNameStrategy", LOW, "Subjects of keys")
                .define(VALUE_STRATEGY, ConfigDef.Type.STRING, "TopicNameStrategy", LOW, "Subjects of values")
                .define(SPECIFIC_READER, ConfigDef.Type.BOOLEAN, false, MEDIUM, "Read into generated classes");
        credentials(definition);
        return definition
                .define(
                        CONNECT_TIMEOUT,
                        ConfigDef.Type.INT,
                        60_000,
                        atLeast(1),
                        LOW,
                        "Longest wait for a connection, ms")
                .define(READ_TIMEOUT, ConfigDef.Type.INT, 60_000, atLeast(1), LOW, "Longest wait for an answer, ms")
                .define(MAX_RETRIES, ConfigDef.Type.INT, 3, atLeast(0), LOW, "Rounds after the first one")
                .define(RETRY_WAIT, ConfigDef.Type.INT, 1_000, atLeast(0), LOW, "Wait before the first retry, ms")
                .define(RETRY_MAX_WAIT, ConfigDef.Type.INT, 20_000, atLeast(0), LOW, "Longest wait before a retry, ms");
    }

    private static void credentials(ConfigDef definition) {
        definition
                .define(BASIC_SOURCE, ConfigDef.Type.STRING, "", MEDIUM, "URL (the default) or USER_INFO")
                .define(USER_INFO, ConfigDef.Type.PASSWORD, "", MEDIUM, "user:password")
                .define(BEARER_SOURCE, ConfigDef.Type.STRING, "", MEDIUM, "STATIC_TOKEN, or nothing")
                .define(BEARER_TOKEN, ConfigDef.Type.PASSWORD, "", MEDIUM, "The token");
    }

    /** How subjects are named. */
    SubjectNameStrategy strategy(boolean isKey) {
        String key = isKey ? KEY_STRATEGY : VALUE_STRATEGY;
        return SubjectNameStrategy.of(key, (String) value(key));
    }

    boolean flag(String key) {
        return (Boolean) value(key);
    }

    int integer(String key) {
        return (Integer) value(key);
    }

    Duration millis(String key) {
        return Duration.ofMillis(integer(key));
    }

    List<String> list(String key) {
        return ((List<?>) value(key)).stream().map(String::valueOf).toList();
    }

    Optional<String> text(String key) {
        return Optional.of((String) value(key)).filter(text -> !text.isBlank());
    }

    Optional<String> secret(String key) {
        return Optional.of(((Password) value(key)).value()).filter(text -> !text.isBlank());
    }

    private Object value(String key) {
        return Objects.requireNonNull(values.get(key), key);
    }
}
