package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.DeadLetterQueue;
import io.portolan.topology.JobCounters;
import io.portolan.topology.StoreMemory;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
    @Test
    void whatAnOperatorSetsReachesKafkaStreamsAndItsConsumers() {
        StreamsConfig streams = settings(Map.of(
                "kafka.num.standby.replicas", "2",
                "kafka.client.tag.zone", "east",
                "kafka.rack.aware.assignment.tags", "zone",
                "kafka.client.rack", "rack-1",
                "kafka.group.instance.id", "portolan-0",
                "kafka.session.timeout.ms", "30000"));

        Map<String, Object> consumer = streams.getMainConsumerConfigs("portolan", "client", 1);

        assertThat(streams.getInt("num.standby.replicas")).isEqualTo(2);
        assertThat(streams.getList("rack.aware.assignment.tags")).isEqualTo(List.of("zone"));
        assertThat(streams.getClientTags()).isEqualTo(Map.of("zone", "east"));
        assertThat(consumer)
                .containsEntry("client.rack", "rack-1")
                .containsEntry("group.instance.id", "portolan-0-1")
                .containsEntry("session.timeout.ms", "30000");
        assertThat(streams.getRestoreConsumerConfigs("client")).containsEntry("client.rack", "rack-1");
    }

    @Test
    void theInputsComeInBatchesBehindTheInterceptorsOfAnOperator() {
        Map<String, Object> consumer = settings(Map.of(
                        "inputs", "a,b",
                        "input.a.topic", "zeek",
                        "kafka.consumer.interceptor.classes", "com.example.Sampler"))
                .getMainConsumerConfigs("portolan", "client", 1);

        assertThat(consumer)
                .containsEntry("interceptor.classes", "com.example.Sampler,io.portolan.topology.InputBatches")
                .containsEntry("portolan.input.topics", List.of("zeek", "b"));
    }

    @Test
    void aTaskHoldsFewerBatchesThanItWouldRecordsUnlessAnOperatorSaysOtherwise() {
        assertThat(settings(Map.of()).getInt("buffered.records.per.partition")).isEqualTo(100);
        assertThat(settings(Map.of("kafka.buffered.records.per.partition", "7"))
                        .getInt("buffered.records.per.partition"))
                .isEqualTo(7);
    }

    @Test
    void onlyTheMainConsumerMakesBatches() {
        StreamsConfig streams = settings(Map.of());

        assertThat(streams.getMainConsumerConfigs("portolan", "client", 1))
                .containsEntry("interceptor.classes", "io.portolan.topology.InputBatches");
        assertThat(streams.getRestoreConsumerConfigs("client")).doesNotContainKey("interceptor.classes");
        assertThat(streams.getGlobalConsumerConfigs("client")).doesNotContainKey("interceptor.classes");
    }

    @Test
    void onlyWhatRestoresStoresWaitsLessThanKafkasOwnHalfSecond() {
        StreamsConfig streams = settings(Map.of());

        assertThat(streams.getRestoreConsumerConfigs("client")).containsEntry("fetch.max.wait.ms", 100);
        assertThat(streams.getMainConsumerConfigs("portolan", "client", 1)).doesNotContainKey("fetch.max.wait.ms");
        assertThat(streams.getGlobalConsumerConfigs("client")).doesNotContainKey("fetch.max.wait.ms");
    }

    @Test
    void beforeTheClusterIsAskedTheProtocolIsClassic() {
        assertThat(settings(Map.of("kafka.group.protocol", "auto")).getString("group.protocol"))
                .isEqualTo("classic");
        assertThat(settings(Map.of("kafka.group.protocol", "streams")).getString("group.protocol"))
                .isEqualTo("streams");
    }

    @Test
    void onlyTasksOfSeveralInputsWaitForOneAnother() {
        assertThat(settings(Map.of("inputs", "a")).getLong("max.task.idle.ms")).isEqualTo(-1);
        assertThat(settings(Map.of("inputs", "a,b")).getLong("max.task.idle.ms"))
                .isZero();
        assertThat(settings(Map.of("inputs", "a", "kafka.max.task.idle.ms", "5"))
                        .getLong("max.task.idle.ms"))
                .isEqualTo(5);
    }

    @Test
    void noTaskOfAJobOfOneInputReadsASecondTopic() throws Exception {
        try (JobHarness job = JobHarness.start(Map.of("inputs", "zeek", "views.flows", "ecs"))) {
            assertThat(job.describe().subtopologies()).hasSizeGreaterThan(3).allSatisfy(part -> {
                assertThat(part.nodes().stream()
                                .filter(Source.class::isInstance)
                                .map(Source.class::cast)
                                .flatMap(source -> source.topicSet().stream()))
                        .hasSize(1);
            });
        }
    }

    private static StreamsConfig settings(Map<String, String> keys) {
        PortolanConfig config = new PortolanConfig(keys);
        try (StoreMemory memory = config.storeMemory()) {
            return new StreamsConfig(
                    StreamsSettings.of(config, new DeadLetterQueue("dead", new JobCounters()), memory));
        }
    }
}
