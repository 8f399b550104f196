package io.portolan.topology;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.portolan.wire.SubjectNames;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A topic as {@code topology/topics.yaml} defines it.
 *
 * @param name its name on the cluster
 * @param description what it holds
 * @param partitions 1 or more
 * @param replication replication factor, null for the cluster's default
 * @param key what the key of a record is
 * @param value what the value of a record is: a file of {@code schemas/}, or prose
 * @param config settings of the topic, as Kafka names them
 */
public record Topic(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String description,
        @JsonProperty(required = true) int partitions,
        @Nullable Short replication,
        @JsonProperty(required = true) String key,
        @JsonProperty(required = true) String value,
        @JsonProperty(required = true) Map<String, String> config) {
    private static final String SCHEMAS = "schemas/";
    private static final Pattern LEGAL_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    public Topic {
        check(
                name != null && LEGAL_NAME.matcher(name).matches(),
                "name is " + name + ", not 1-249 of a-z A-Z 0-9 . _ -");
        check(partitions > 0, "partitions is " + partitions + ", not 1 or more");
        check(replication == null || replication > 0, "replication is " + replication + ", not 1 or more");
        check(key != null && value != null && description != null, "key, value or description is empty");
        check(
                schemaFile(value).map(Topic::exists).orElse(true),
                "value names " + value + ", which is no schema of Portolan");
        check(
                config != null && config.values().stream().allMatch(Objects::nonNull),
                "config is empty, or a setting in it is");
        config = Map.copyOf(config);
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The file of the value's schema, for example {@code schemas/flow-log.avsc}, if the value is Avro. */
    public Optional<String> schemaFile() {
        return schemaFile(value);
    }

    /** The subject of the value's schema in a schema registry (TopicNameStrategy). */
    public String subject() {
        return SubjectNames.of(name, false);
    }

    private static Optional<String> schemaFile(String value) {
        return Optional.of(value).filter(text -> text.startsWith(SCHEMAS));
    }

    private static boolean exists(String file) {
        return Topic.class.getResource("/" + file) != null;
    }
}
