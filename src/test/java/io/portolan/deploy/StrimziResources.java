package io.portolan.deploy;

import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.JobRights;
import io.portolan.topology.Right;
import io.portolan.topology.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Topics and users of a configuration as resources of Strimzi's operators. */
record StrimziResources(PortolanConfig config) {
    static final String LOADER = "portolan-registry";
    static final String SCALER = "portolan-scaling";

    private static final String HEAD = """
            # Rendered from topology/topics.yaml and the configuration beside it; a test holds it equal and writes it.
            """;

    String topics() {
        return HEAD
                + config.topics().used(config.views()).stream()
                        .map(StrimziResources::topic)
                        .collect(Collectors.joining("---\n"));
    }

    String users() {
        return HEAD
                + Stream.of(
                                user(
                                        config.applicationId(),
                                        "The job: what it reads, what it writes, the changelogs of its stores.",
                                        job()),
                                user(LOADER, "Publishes the port registry, and looks what is published.", loader()),
                                user(SCALER, "Sees how far the job is behind.", scaler()))
                        .collect(Collectors.joining("---\n"));
    }

    List<Right> job() {
        return JobRights.of(config.topics(), config.inputs(), config.views(), config.applicationId());
    }

    List<Right> loader() {
        return List.of(
                right(ResourceType.TOPIC, config.topics().portRegistry().name(), AclOperation.READ, AclOperation.WRITE),
                right(ResourceType.TRANSACTIONAL_ID, config.applicationId() + "-registry-load", AclOperation.WRITE));
    }

    List<Right> scaler() {
        Stream<Right> inputs =
                config.inputs().stream().map(input -> right(ResourceType.TOPIC, input.topic(), AclOperation.DESCRIBE));
        return Stream.concat(
                        inputs, Stream.of(right(ResourceType.GROUP, config.applicationId(), AclOperation.DESCRIBE)))
                .toList();
    }

    private static Right right(ResourceType type, String name, AclOperation... operations) {
        return new Right(new ResourcePattern(type, name, PatternType.LITERAL), List.of(operations));
    }

    private static String topic(Topic topic) {
        List<String> lines = new ArrayList<>(List.of(
                "apiVersion: kafka.strimzi.io/v1",
                "kind: KafkaTopic",
                "metadata:",
                "  name: " + topic.name(),
                "  labels:",
                "    strimzi.io/cluster: kafka",
                "spec:",
                "  partitions: " + topic.partitions()));
        if (topic.replication() != null) {
            lines.add("  replicas: " + topic.replication());
        }
        lines.add("  config:");
        new TreeMap<>(topic.config()).forEach((key, value) -> lines.add("    " + key + ": \"" + value + "\""));
        return String.join("\n", lines) + "\n";
    }

    private static String user(String name, String purpose, List<Right> rights) {
        List<String> lines = new ArrayList<>(List.of(
                "# " + purpose,
                "apiVersion: kafka.strimzi.io/v1",
                "kind: KafkaUser",
                "metadata:",
                "  name: " + name,
                "  labels:",
                "    strimzi.io/cluster: kafka",
                "spec:",
                "  authentication:",
                "    type: scram-sha-512",
                "  authorization:",
                "    type: simple",
                "    acls:"));
        rights.forEach(right -> lines.addAll(acl(right)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> acl(Right right) {
        ResourcePattern resource = right.resource();
        boolean prefix = resource.patternType() == PatternType.PREFIXED;
        return List.of(
                "      - resource:",
                "          type: " + TYPES.get(resource.resourceType()),
                "          name: " + resource.name(),
                "          patternType: " + (prefix ? "prefix" : "literal"),
                "        operations: ["
                        + right.operations().stream()
                                .map(StrimziResources::operation)
                                .collect(Collectors.joining(", "))
                        + "]");
    }

    private static final Map<ResourceType, String> TYPES = Map.of(
            ResourceType.TOPIC, "topic", ResourceType.GROUP, "group", ResourceType.TRANSACTIONAL_ID, "transactionalId");

    /** ALTER_CONFIGS is AlterConfigs there. */
    private static String operation(AclOperation operation) {
        return Stream.of(operation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
