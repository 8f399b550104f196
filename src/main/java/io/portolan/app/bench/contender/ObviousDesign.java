package io.portolan.app.bench.contender;

import io.portolan.app.bench.contender.Contender.Store;
import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.FlowLog;
import io.portolan.schema.PortAssignment;
import io.portolan.topology.AvroSerdes;
import io.portolan.topology.Topics;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.GlobalKTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * The labelling as one writes it with the DSL of Kafka Streams: the registry as a global table, a join for each port, and
 * the generated classes from end to end. It labels and tells the server side by a simple rule; it counts, watches and alerts
 * nothing, and so does less than the job.
 */
final class ObviousDesign {
    private static final String TABLE = "ports";

    private final Topics topics;
    private final AvroSerdes avro;

    ObviousDesign(PortolanConfig config) {
        this.topics = config.topics();
        this.avro = config.avro();
    }

    Topology topology(Store store) {
        StreamsBuilder builder = new StreamsBuilder();
        GlobalKTable<String, PortAssignment> registry = builder.globalTable(
                topics.portRegistry().name(),
                Consumed.with(Serdes.String(), serde(PortAssignment.class)),
                Materialized.as(supplier(store)));
        builder.stream(topics.flowLogs().name(), Consumed.with(Serdes.ByteArray(), serde(FlowLog.class)))
                .leftJoin(registry, (key, flow) -> ObviousLabels.key(flow, flow.getSrcPort()), ObviousLabels::source)
                .leftJoin(
                        registry,
                        (key, half) ->
                                ObviousLabels.key(half.flow(), half.flow().getDstPort()),
                        ObviousLabels::enrich)
                .to(topics.enrichedFlows().name(), Produced.with(Serdes.ByteArray(), serde(EnrichedFlow.class)));
        return builder.build();
    }

    private static KeyValueBytesStoreSupplier supplier(Store store) {
        return switch (store) {
            case ROCKSDB -> Stores.persistentTimestampedKeyValueStore(TABLE);
            case MEMORY -> Stores.inMemoryKeyValueStore(TABLE);
        };
    }

    private <T> Serde<T> serde(Class<T> type) {
        return Serdes.serdeFrom(
                (topic, record) -> avro.serializer().serialize(topic, record),
                (topic, bytes) -> type.cast(avro.specific().deserialize(topic, bytes)));
    }
}
