package io.portolan.topology;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    public Topic {
        Objects.requireNonNull(name, "name is empty");
        Objects.requireNonNull(value, "value is empty");
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions is " + partitions + ", not 1 or more");
        }
        config = Map.copyOf(config);
    }

    /** The file of the value's schema, for example {@code schemas/flow-log.avsc}, if the value is Avro. */
    public Optional<String> schemaFile() {
        return Optional.of(value).filter(text -> text.startsWith(SCHEMAS));
    }

    /** The subject of the value's schema in a schema registry (TopicNameStrategy). */
    public String subject() {
        return name + "-value";
    }
}
