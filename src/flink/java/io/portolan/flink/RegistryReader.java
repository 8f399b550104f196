package io.portolan.flink;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the registry's topic. */
final class RegistryReader implements KafkaRecordDeserializationSchema<RegistryChange> {
    private static final long serialVersionUID = 1;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RegistryChange> out) {
        RegistryChange change = new RegistryChange();
        change.key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() != null) {
            change.entry = record.value();
        }
        out.collect(change);
    }

    @Override
    public TypeInformation<RegistryChange> getProducedType() {
        return TypeInformation.of(RegistryChange.class);
    }
}
