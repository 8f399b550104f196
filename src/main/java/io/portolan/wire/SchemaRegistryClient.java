package io.portolan.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.apache.avro.Schema;

/**
 * Client of the Confluent Schema Registry's REST API. Safe for use by several threads.
 *
 * <p>What a registry never changes, an id's schema and the id of a schema under a subject, is kept; failures never are.
 * Every method throws {@link SchemaRegistryException} if the registry refuses, {@link RegistryUnavailableException} if
 * none answers after all retries, and {@code NotARegistryException} if something else answers.
 */
public final class SchemaRegistryClient {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RegistryHttp http;
    private final ConcurrentMap<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final ConcurrentMap<SubjectSchema, Integer> registered = new ConcurrentHashMap<>();
    private final ConcurrentMap<SubjectSchema, RegisteredSchema> found = new ConcurrentHashMap<>();

    /** By the schema's text: to Avro, schemas that differ in their documentation alone are equal; to a registry not. */
    private record SubjectSchema(String subject, String schema) {}

    /**
     * A client for the registry that a serde's configuration names.
     *
     * @param configuration {@code schema.registry.url} and the other keys of Confluent's clients: credentials, timeouts,
     *     retries; unknown keys are ignored
     * @throws org.apache.kafka.common.config.ConfigException if a value is missing or unusable
     */
    public SchemaRegistryClient(Map<String, ?> configuration) {
        this.http = new RegistryHttp(RegistrySettings.of(configuration));
    }

    /** The addresses of the registry without credentials, for messages. */
    public String addresses() {
        return http.addresses();
    }

    /** Registers the schema under the subject unless it is there, and returns its id. */
    public int register(String subject, Schema schema) {
        return kept(
                registered,
                key(subject, schema),
                key -> post(versionsOf(subject), schema).id());
    }

    /** The schema as it is registered under the subject; a refusal with 40401 or 40403 if it is not. */
    public RegisteredSchema lookUp(String subject, Schema schema) {
        return kept(
                found,
                key(subject, schema),
                key -> post("/subjects/" + encode(subject), schema).registeredSchema());
    }

    /** The schema of an id; a refusal with 40403 if there is none. */
    public Schema schemaById(int id) {
        return kept(schemas, id, key -> get("/schemas/ids/" + key).schema());
    }

    /** The latest version of a subject. */
    public RegisteredSchema latest(String subject) {
        return get(versionsOf(subject) + "/latest").registeredSchema();
    }

    /** One version of a subject, 1 or more. */
    public RegisteredSchema version(String subject, int version) {
        return get(versionsOf(subject) + "/" + version).registeredSchema();
    }

    /** The versions of a subject, oldest first. */
    public List<Integer> versions(String subject) {
        return get(versionsOf(subject)).integers();
    }

    /** All subjects. */
    public List<String> subjects() {
        return get("/subjects").texts();
    }

    /** Whether the subject's compatibility level allows the schema after the latest version. */
    public CompatibilityCheck checkAgainstLatest(String subject, Schema schema) {
        return post("/compatibility" + versionsOf(subject) + "/latest?verbose=true", schema)
                .check();
    }

    /** Whether the subject's compatibility level allows the schema after all versions that the level looks at. */
    public CompatibilityCheck checkAgainstAll(String subject, Schema schema) {
        return post("/compatibility" + versionsOf(subject) + "?verbose=true", schema)
                .check();
    }

    /** The level of subjects that have none of their own. */
    public CompatibilityLevel compatibility() {
        return get("/config").level();
    }

    /** The level of the subject itself; empty if it has the global one. */
    public Optional<CompatibilityLevel> compatibility(String subject) {
        try {
            return Optional.of(get("/config/" + encode(subject)).level());
        } catch (SchemaRegistryException e) {
            if (e.hasNoLevel()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Sets the level of subjects that have none of their own. */
    public void setCompatibility(CompatibilityLevel level) {
        http.send("PUT", "/config", JSON.objectNode().put("compatibility", level.name()));
    }

    /** Sets the level of a subject, which need not exist yet. */
    public void setCompatibility(String subject, CompatibilityLevel level) {
        http.send("PUT", "/config/" + encode(subject), JSON.objectNode().put("compatibility", level.name()));
    }

    private RegistryAnswer get(String path) {
        return http.send("GET", path, null);
    }

    private RegistryAnswer post(String path, Schema schema) {
        JsonNode body = JSON.objectNode().put("schema", schema.toString());
        return http.send("POST", path, body);
    }

    /** Asks outside the map's lock: a registry that is away must not hold up threads that ask for something known. */
    private static <K, V> V kept(ConcurrentMap<K, V> cache, K key, Function<K, V> ask) {
        V known = cache.get(key);
        if (known != null) {
            return known;
        }
        V answer = ask.apply(key);
        cache.putIfAbsent(key, answer);
        return answer;
    }

    private static SubjectSchema key(String subject, Schema schema) {
        return new SubjectSchema(subject, schema.toString());
    }

    private static String versionsOf(String subject) {
        return "/subjects/" + encode(subject) + "/versions";
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
