package io.portolan.app.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.bench.contender.Contender.Store;
import io.portolan.app.config.PortolanConfig;
import io.portolan.registry.BundledRegistry;
import io.portolan.registry.PortKey;
import io.portolan.schema.Action;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.FlowLog;
import io.portolan.schema.FlowState;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the job is compared with does what it says, so that the comparison is fair. */
class ContendersTest {
    @TempDir
    private Path state;

    private LocalSchemaRegistry schemas;
    private PortolanConfig config;

    @BeforeEach
    void start() throws IOException {
        schemas = LocalSchemaRegistry.start(0);
        config = new PortolanConfig(Map.of("schema.registry.url", schemas.url(), "kafka.state.dir", state.toString()));
    }

    @AfterEach
    void stop() {
        schemas.close();
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void theObviousDesignLabelsBothPortsFromEitherStore(Store store) throws IOException {
        EnrichedFlow enriched = throughTheObviousDesign(store, flow(6, 51515, 443, Side.UNKNOWN), "tcp/443");

        assertThat(enriched.getSrc().getRange()).isEqualTo(PortRange.DYNAMIC);
        assertThat(enriched.getSrc().getStatus()).isEqualTo(PortStatus.UNLISTED);
        assertThat(enriched.getDst().getService()).isEqualTo("https");
        assertThat(enriched.getServer()).isEqualTo(Side.DESTINATION);
        assertThat(enriched.getRoleBasis()).isEqualTo(RoleBasis.REGISTRY);
        assertThat(enriched.getService()).isEqualTo("https");
        assertThat(enriched.getRegistryVersion()).isNotEmpty();
        assertThat(enriched.getAttributes()).containsEntry("uid", "C1");
    }

    @Test
    void theObviousDesignTakesTheSensorsWord() throws IOException {
        EnrichedFlow enriched = throughTheObviousDesign(Store.MEMORY, flow(6, 443, 51515, Side.DESTINATION), "tcp/443");

        assertThat(enriched.getServer()).isEqualTo(Side.SOURCE);
        assertThat(enriched.getRoleBasis()).isEqualTo(RoleBasis.SENSOR);
        assertThat(enriched.getService()).isEqualTo("https");
    }

    @Test
    void theObviousDesignPassesFlowsWithoutPorts() throws IOException {
        EnrichedFlow enriched = throughTheObviousDesign(Store.MEMORY, flow(1, 0, 0, Side.UNKNOWN), "tcp/443");

        assertThat(enriched.getSrc().getRange()).isEqualTo(PortRange.NONE);
        assertThat(enriched.getServer()).isEqualTo(Side.UNKNOWN);
        assertThat(enriched.getService()).isNull();
    }

    @Test
    void thePassThroughWritesTheBytesThatItReads() {
        byte[] bytes = {1, 2, 7, 4};
        try (TopologyTestDriver driver =
                new TopologyTestDriver(PassThrough.topology(config), RunningStreams.settings(config))) {
            driver.createInputTopic("flow-logs", new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(bytes);

            assertThat(driver.createOutputTopic(
                                    "flow-logs-enriched", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                            .readValue())
                    .isEqualTo(bytes);
        }
    }

    @Test
    void clientsWithoutKafkaStreamsHaveTheSettingsOfTheJobs() {
        assertThat(ClientProperties.producer(config))
                .containsEntry("batch.size", 262_144)
                .containsEntry("linger.ms", 20L)
                .containsEntry("compression.type", "lz4");
        assertThat(ClientProperties.consumer(config))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("group.id", "portolan");
    }

    @Test
    void onlyTheGuaranteeIsAContendersOwn() {
        assertThat(Contender.values())
                .allSatisfy(contender -> assertThat(contender.keys()).containsOnlyKeys("kafka.processing.guarantee"));
        assertThat(Contender.PORTOLAN.keys()).containsValue("at_least_once");
        assertThat(Contender.PORTOLAN_EXACTLY_ONCE.keys()).containsValue("exactly_once_v2");
    }

    @Test
    void aContenderIsFoundByItsName() {
        assertThat(Contender.named("obvious-memory")).isEqualTo(Contender.OBVIOUS_MEMORY);
        assertThatThrownBy(() -> Contender.named("obvious"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no contender obvious");
    }

    private EnrichedFlow throughTheObviousDesign(Store store, FlowLog flow, String port) throws IOException {
        PortAssignment entry =
                BundledRegistry.load().registry().find(PortKey.parse(port)).orElseThrow();
        try (TopologyTestDriver driver =
                new TopologyTestDriver(new ObviousDesign(config).topology(store), RunningStreams.settings(config))) {
            driver.createInputTopic(
                            "port-registry",
                            new StringSerializer(),
                            config.avro().serializer())
                    .pipeInput(port, entry);
            driver.createInputTopic(
                            "flow-logs",
                            new ByteArraySerializer(),
                            config.avro().serializer())
                    .pipeInput(flow);
            return (EnrichedFlow) driver.createOutputTopic(
                            "flow-logs-enriched",
                            new ByteArrayDeserializer(),
                            config.avro().specific())
                    .readValue();
        }
    }

    private static FlowLog flow(int protocol, int src, int dst, Side initiator) {
        return FlowLog.newBuilder()
                .setProtocol(protocol)
                .setSrcPort(src)
                .setDstPort(dst)
                .setInitiator(initiator)
                .setAction(Action.UNKNOWN)
                .setState(FlowState.CLOSED)
                .setSrcAddress("198.51.100.7")
                .setDstAddress("192.0.2.10")
                .setStartTime(Instant.ofEpochMilli(1_700_000_000_000L))
                .setEndTime(Instant.ofEpochMilli(1_700_000_001_000L))
                .setAttributes(Map.of("uid", "C1"))
                .build();
    }
}
