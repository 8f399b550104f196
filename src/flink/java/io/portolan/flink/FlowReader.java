package io.portolan.flink;

import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.FlowLog;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads flow logs as the job's own deserializer does. */
final class FlowReader implements KafkaRecordDeserializationSchema<FlowLog> {
    private static final long serialVersionUID = 1;

    private final Map<String, String> keys;
    private transient @Nullable Deserializer<Object> avro;

    FlowReader(Map<String, String> keys) {
        this.keys = keys;
    }

    @Override
    public void open(InitializationContext context) {
        avro = new PortolanConfig(keys).avro().specific();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<FlowLog> out) {
        out.collect((FlowLog) Objects.requireNonNull(avro).deserialize(record.topic(), record.value()));
    }

    @Override
    public TypeInformation<FlowLog> getProducedType() {
        return new AvroType<>(FlowLog.class);
    }
}
