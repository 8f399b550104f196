package io.portolan.app.job;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.rules.LiveRules;
import io.portolan.topology.FlowTopology;
import io.portolan.topology.JobCounters;
import io.portolan.topology.StoreMemory;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client of Kafka Streams, with all that it runs on.
 *
 * @param topology that it runs
 * @param description of it
 * @param rules that may be exchanged while it runs
 * @param memory of its stores on disk
 * @param closing how it leaves its group
 */
record StreamsClient(
        KafkaStreams streams,
        FlowTopology topology,
        TopologyDescription description,
        LiveRules rules,
        StoreMemory memory,
        CloseOptions closing)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsClient.class);
    private static final Duration CLOSING = Duration.ofSeconds(8);

    /**
     * One that is not started yet. A schema registry that is away is waited for.
     *
     * @param address at which the other instances of the job can ask this one
     * @throws RuntimeException if the cluster cannot be reached, the registry is away for too long, or a topic is missing
     */
    static StreamsClient of(PortolanConfig config, Optional<HostInfo> address) {
        try (Ahead<StoreMemory> memory = Ahead.of("portolan-stores", config::storeMemory)) {
            LiveRules rules = new LiveRules(config);
            FlowTopology topology = JobTopology.of(config, rules, new JobCounters());
            Topology built = checked(config, topology);
            return of(config, address, topology, built, rules, memory.get());
        }
    }

    private static StreamsClient of(
            PortolanConfig config,
            Optional<HostInfo> address,
            FlowTopology topology,
            Topology built,
            LiveRules rules,
            StoreMemory memory) {
        try {
            Properties settings = StreamsSettings.on(config, topology.deadLetterQueue(), memory);
            address.ifPresent(at -> settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, at.host() + ":" + at.port()));
            KafkaStreams streams = new KafkaStreams(built, settings);
            return new StreamsClient(streams, topology, built.describe(), rules, memory, closing(config));
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /** Builds the topology, which asks the schema registry, while the cluster is asked for its topics; a fault of that comes first. */
    private static Topology checked(PortolanConfig config, FlowTopology topology) {
        RegistryWait registry = new RegistryWait(config.faultPatience());
        try (Ahead<Topology> built = Ahead.of("portolan-topology", () -> registry.until(topology::build))) {
            ClusterCheck.check(config);
            return built.get();
        }
    }

    /**
     * A member that leaves hands its partitions over at once; one with a name of its own (static membership) is expected
     * back, and keeps them until its session ends.
     */
    private static CloseOptions closing(PortolanConfig config) {
        boolean named = config.kafka().keySet().stream()
                .anyMatch(key -> key.endsWith(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG));
        return CloseOptions.timeout(CLOSING)
                .withGroupMembershipOperation(
                        named ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP);
    }

    @Override
    public void close() {
        if (!streams.close(closing)) {
            LOG.warn("The job did not stop within {} s; what it has not committed is read again", CLOSING.toSeconds());
        }
        memory.close();
    }
}
