package io.portolan.flink;

import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.EnrichedFlow;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes enriched flows as the job's own serializer does, with the time of their flow logs. */
final class FlowWriter implements KafkaRecordSerializationSchema<EnrichedFlow> {
    private static final long serialVersionUID = 1;

    private final Map<String, String> keys;
    private transient @Nullable String topic;
    private transient @Nullable Serializer<Object> avro;

    FlowWriter(Map<String, String> keys) {
        this.keys = keys;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext sink) {
        PortolanConfig config = new PortolanConfig(keys);
        topic = config.topics().enrichedFlows().name();
        avro = config.avro().serializer();
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            EnrichedFlow flow, KafkaSinkContext sink, @Nullable Long timestamp) {
        byte[] value = Objects.requireNonNull(avro).serialize(topic, flow);
        return new ProducerRecord<>(topic, null, timestamp, null, value);
    }
}
