package io.portolan.app.command;

import io.portolan.wire.AvroSerializer;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Begins another load at the moment that the first record of one is written. */
public final class OvertakingSerializer implements Serializer<Object> {
    private final AvroSerializer avro = new AvroSerializer();
    private Map<String, Object> other = Map.of();

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        avro.configure(settings, isKey);
        other = Map.of(
                "bootstrap.servers",
                settings.get("overtaken.brokers"),
                "transactional.id",
                settings.get("overtaken.id"));
    }

    @Override
    public byte[] serialize(String topic, Object entry) {
        if (!other.isEmpty()) {
            try (KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(other, new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.initTransactions();
            }
            other = Map.of();
        }
        return avro.serialize(topic, entry);
    }
}
