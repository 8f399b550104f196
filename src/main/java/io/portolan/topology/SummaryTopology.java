package io.portolan.topology;

import io.portolan.schema.PortServer;
import io.portolan.schema.PortTraffic;
import io.portolan.summary.ServerSum;
import io.portolan.summary.TrafficSum;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import org.jspecify.annotations.Nullable;

/**
 * The part of the topology that says what all flows come to: each task counts its own, and what it has counted goes by way
 * of a topic to where the sums are kept.
 *
 * @param topics the topics by name
 * @param avro serdes of the schema registry
 * @param memory how long sums are kept
 */
record SummaryTopology(Topics topics, AvroSerdes avro, Memory memory) {
    private static final @Nullable AutoOffsetReset CONFIGURED = null;

    static final String COUNTS = "counts";
    static final String WRITE_TRAFFIC_PARTS = "write-port-traffic-parts";
    static final String WRITE_SERVER_PARTS = "write-port-server-parts";

    void addTo(Topology topology, String judge) {
        topology.addStateStore(BeforeCommit.builder(COUNTS), judge);
        write(topology, WRITE_TRAFFIC_PARTS, topics.portTrafficParts(), judge);
        write(topology, WRITE_SERVER_PARTS, topics.portServerParts(), judge);
        sum(topology, topics.portTrafficParts(), traffic());
        sum(topology, topics.portServerParts(), servers());
    }

    private Summing<PortTraffic> traffic() {
        return new Summing<>(
                PortTraffic.class,
                TrafficSum::new,
                StateStores.TRAFFIC,
                "traffic-changes",
                topics.portTraffic().name(),
                memory.traffic(),
                false,
                avro.serializer(),
                avro.specific());
    }

    private Summing<PortServer> servers() {
        return new Summing<>(
                PortServer.class,
                ServerSum::new,
                StateStores.SERVERS,
                "server-changes",
                topics.portServers().name(),
                memory.servers(),
                true,
                avro.serializer(),
                avro.specific());
    }

    private <T> void sum(Topology topology, Topic parts, Summing<T> summing) {
        String read = FlowTopology.READ + parts.name();
        String sum = "sum-" + summing.store();
        topology.addSource(
                CONFIGURED,
                read,
                new WallclockTimestampExtractor(),
                new StringDeserializer(),
                new RecordDeserializer<>(avro.specific(), summing.type()),
                parts.name());
        topology.addProcessor(sum, () -> new SumProcessor<>(summing), read);
        topology.addStateStore(AgedStore.builder(summing.store()), sum);
        topology.addStateStore(BeforeCommit.builder(summing.changes()), sum);
        topology.addSink(
                "write-" + summing.topic(), summing.topic(), new StringSerializer(), new ByteArraySerializer(), sum);
    }

    private void write(Topology topology, String name, Topic topic, String parent) {
        topology.addSink(name, topic.name(), new ByteArraySerializer(), avro.serializer(), parent);
    }
}
