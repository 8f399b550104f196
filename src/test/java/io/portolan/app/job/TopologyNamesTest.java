package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

class TopologyNamesTest {
    @Test
    void everyOperatorStoreAndTopicHasANameOfItsOwn() throws Exception {
        try (JobHarness job = JobHarness.start(
                Map.of("inputs", "zeek,cloud", "input.zeek.format", "zeek-conn", "input.cloud.format", "aws-vpc"))) {
            TopologyDescription topology = job.describe();
            List<String> names = new ArrayList<>();
            topology.subtopologies().forEach(part -> part.nodes().forEach(node -> names.add(node.name())));
            topology.globalStores()
                    .forEach(store -> names.addAll(
                            List.of(store.source().name(), store.processor().name())));

            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "read-zeek",
                            "read-cloud",
                            "parse-zeek",
                            "parse-cloud",
                            "label",
                            "judge",
                            "sight",
                            "write-port-probes",
                            "write-port-sightings",
                            "read-port-probes",
                            "scan",
                            "pass-port-sightings",
                            "write-scan-alerts",
                            "read-port-sightings",
                            "story",
                            "write-enriched-flows",
                            "write-port-alerts",
                            "write-dead-letters",
                            "write-port-traffic-parts",
                            "write-port-server-parts",
                            "read-port-traffic-parts",
                            "sum-traffic",
                            "write-port-traffic-1m",
                            "read-port-server-parts",
                            "sum-servers",
                            "write-port-servers",
                            "read-port-registry-source",
                            "read-port-registry");
            assertThat(topology.toString()).doesNotContainPattern("KSTREAM|KTABLE|STATE-STORE|\\d{10}");
        }
    }

    @Test
    void eachStageIsPartitionedForItself() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            assertThat(job.describe().subtopologies())
                    .map(part -> part.nodes().stream()
                            .map(TopologyDescription.Node::name)
                            .sorted()
                            .filter(List.of("label", "judge", "scan", "story", "sum-traffic", "sum-servers")::contains)
                            .toList())
                    .containsExactlyInAnyOrder(
                            List.of("judge", "label"),
                            List.of("sum-traffic"),
                            List.of("sum-servers"),
                            List.of("scan"),
                            List.of("story"));
        }
    }

    @Test
    void theRegistryIsAGlobalTableUnderItsName() throws Exception {
        try (JobHarness job = JobHarness.reading("zeek-conn")) {
            assertThat(job.describe().globalStores()).singleElement().satisfies(registry -> {
                assertThat(registry.source().topicSet()).containsExactly("port-registry");
                assertThat(registry.processor().stores()).containsExactly("port-registry");
            });
        }
    }
}
