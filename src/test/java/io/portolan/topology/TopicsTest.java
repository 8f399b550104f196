package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {
    private static final Path BUNDLED = Path.of("topology/topics.yaml");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, flow-logs, 6, schemas/flow-log.avsc, delete, 86400000",
        "1, port-registry, 1, schemas/port-assignment.avsc, compact,",
        "2, flow-logs-enriched, 6, schemas/enriched-flow.avsc, delete, 604800000",
        "3, port-probes, 3, schemas/port-sighting.avsc, delete, 86400000",
        "4, port-sightings, 3, schemas/port-sighting.avsc, delete, 86400000",
        "5, port-alerts, 1, schemas/port-alert.avsc, delete, 2592000000",
        "6, port-traffic-parts, 3, schemas/port-traffic.avsc, delete, 86400000",
        "7, port-traffic-1m, 3, schemas/port-traffic.avsc, 'compact,delete', 2592000000",
        "8, port-server-parts, 3, schemas/port-server.avsc, delete, 86400000",
        "9, port-servers, 3, schemas/port-server.avsc, compact,",
        "10, flow-logs-dead-letter, 1,, delete, 2592000000",
        "11, flow-logs-enriched-ecs, 6,, delete, 604800000",
        "12, flow-logs-enriched-ocsf, 6,, delete, 604800000",
        "13, port-alerts-ecs, 1,, delete, 2592000000",
        "14, port-alerts-ocsf, 1,, delete, 2592000000",
    })
    void theBundledTopicsAreReadByValue(
            int index, String name, int partitions, String schema, String cleanup, String retention) {
        Topic topic = Topics.bundled().all().get(index);

        assertThat(topic.name()).isEqualTo(name);
        assertThat(topic.subject()).isEqualTo(name + "-value");
        assertThat(topic.partitions()).isEqualTo(partitions);
        assertThat(topic.replication()).isNull();
        assertThat(topic.schemaFile().orElse(null)).isEqualTo(schema);
        assertThat(topic.config()).containsEntry("cleanup.policy", cleanup);
        assertThat(topic.config().get("retention.ms")).isEqualTo(retention);
        assertThat(topic.description()).endsWith(".");
        assertThat(topic.key()).isNotBlank();
    }

    @Test
    void topicsOfFlowsKeepTheTimeOfArrival() {
        assertThat(Topics.bundled().all())
                .filteredOn(topic -> topic.config().get("cleanup.policy").contains("delete"))
                .hasSize(13)
                .allSatisfy(
                        topic -> assertThat(topic.config()).containsEntry("message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void aViewIsKeptAndDividedAsItsAvroRecords() {
        Topics topics = Topics.bundled();

        for (ViewFormat format : ViewFormat.values()) {
            assertThat(topics.enrichedFlows(format).partitions())
                    .isEqualTo(topics.enrichedFlows().partitions());
            assertThat(topics.enrichedFlows(format).config())
                    .containsAllEntriesOf(topics.enrichedFlows().config());
            assertThat(topics.portAlerts(format).partitions())
                    .isEqualTo(topics.portAlerts().partitions());
            assertThat(topics.portAlerts(format).config())
                    .containsAllEntriesOf(topics.portAlerts().config());
        }
    }

    @Test
    void onlyViewsThatAreWantedAreUsed() {
        Topics topics = Topics.bundled();

        assertThat(topics.used(new Views(Set.of(), Set.of())))
                .isEqualTo(topics.all().subList(0, 11));
        assertThat(topics.used(new Views(Set.of(ViewFormat.OCSF), Set.of(ViewFormat.ECS))))
                .extracting(Topic::name)
                .endsWith("flow-logs-dead-letter", "flow-logs-enriched-ecs", "port-alerts-ocsf");
    }

    @Test
    void aSiteMayNameAndSizeItsTopics() throws Exception {
        Topics topics = Topics.read(file(Files.readString(BUNDLED)
                .replace("name: port-alerts\n", "name: site.port-alerts\n  replication: 3\n")));

        assertThat(topics.portAlerts().name()).isEqualTo("site.port-alerts");
        assertThat(topics.portAlerts().replication()).isEqualTo((short) 3);
        assertThat(topics.portAlerts().config())
                .isEqualTo(Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", "2592000000",
                        "message.timestamp.type", "LogAppendTime"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsWrongIsToldWithFileLineAndCause(String situation, String right, String wrong, String cause)
            throws Exception {
        String bundled = Files.readString(BUNDLED);
        Path file = file(bundled.replaceFirst(right, wrong));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Topics.read(file))
                .withMessageMatching("(?s)\\Q" + file + "\\E" + cause);
    }

    static Stream<Arguments> whatIsWrongIsToldWithFileLineAndCause() {
        return Stream.of(
                row(
                        "an unknown key",
                        "partitions: 6",
                        "partitions: 6\n  compact: true",
                        ":13: unknown key \"compact\"; .*"),
                row("an unknown topic", "port-alerts:", "alerts: ~\nport-alerts:", ":\\d+: unknown key \"alerts\"; .*"),
                row("a missing topic", "flow-logs:\n", "more:\n", ":\\d+: .*'flow-logs'.*"),
                row("a missing setting", "  partitions: 6\n", "", ":\\d+: .*'partitions'.*"),
                row("no partition", "partitions: 6", "partitions: 0", ":12: partitions is 0, not 1 or more"),
                row("half a partition", "partitions: 6", "partitions: 1.5", ":12: .*1.5.*"),
                row("a word for a number", "partitions: 6", "partitions: six", ":12: .*\"six\".*"),
                row(
                        "no replication",
                        "partitions: 6",
                        "partitions: 6\n  replication: 0",
                        ":13: replication is 0, not 1 or more"),
                row(
                        "a name that Kafka refuses",
                        "name: flow-logs",
                        "name: flow logs",
                        ":10: name is flow logs, not .*"),
                row("no name", "name: flow-logs", "name:", ":10: name is null, not .*"),
                row(
                        "two topics of one name",
                        "name: port-alerts",
                        "name: port-registry",
                        ":\\d+: two topics have the name port-registry"),
                row(
                        "an empty setting",
                        "cleanup.policy: delete",
                        "cleanup.policy:",
                        ":15: config is empty, or a setting in it is"),
                row(
                        "an empty topic",
                        "(?s)flow-logs:.*\nport-registry",
                        "flow-logs:\nport-registry",
                        ".*a topic is empty"),
                row(
                        "a schema that does not exist",
                        "schemas/flow-log.avsc",
                        "schemas/flows.avsc",
                        ":14: value names schemas/flows.avsc, which is no schema of Portolan"),
                row("the same key twice", "partitions: 6", "partitions: 6\n  partitions: 7", ":13: Duplicate field.*"),
                row("no YAML", "port-alerts:", "port-alerts: [", ":\\d+: .*"),
                row("an empty file", "(?s).*", "", ".*No content.*"));
    }

    private static Arguments row(String situation, String right, String wrong, String cause) {
        return Arguments.of(situation, right, wrong, cause);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("topics.yaml"), yaml);
    }
}
