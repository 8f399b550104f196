package io.portolan.app.bench.contender;

import io.portolan.app.config.PortolanConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** What Kafka Streams costs that does nothing: the bytes of every record, from topic to topic. */
final class PassThrough {
    private PassThrough() {}

    static Topology topology(PortolanConfig config) {
        Serde<byte[]> bytes = Serdes.ByteArray();
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(config.topics().flowLogs().name(), Consumed.with(bytes, bytes))
                .to(config.topics().enrichedFlows().name(), Produced.with(bytes, bytes));
        return builder.build();
    }
}
