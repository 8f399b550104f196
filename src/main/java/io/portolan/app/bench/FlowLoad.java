package io.portolan.app.bench;

import io.portolan.app.bench.contender.ClientProperties;
import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.Topic;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Writes the flow logs that every contender reads. */
final class FlowLoad {
    private final PortolanConfig config;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    FlowLoad(PortolanConfig config) {
        this.config = config;
    }

    /**
     * Writes so many flows of a mix, to each partition as many, in the order of their time, and returns their mean size in
     * bytes when all are written.
     */
    double write(FlowMix mix, long flows, Children children) {
        Topic topic = config.topics().flowLogs();
        Serializer<Object> avro = config.avro().serializer();
        ByteArraySerializer bytes = new ByteArraySerializer();
        long size = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(ClientProperties.producer(config), bytes, bytes)) {
            for (long flow = 0; flow < flows; flow++) {
                children.check();
                byte[] value = avro.serialize(topic.name(), mix.next());
                size += value.length;
                send(producer, new ProducerRecord<>(topic.name(), (int) (flow % topic.partitions()), null, value));
            }
        }
        Exception fault = failure.get();
        if (fault != null) {
            throw new KafkaException("the flow logs cannot be written: " + fault.getMessage(), fault);
        }
        return (double) size / flows;
    }

    private void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> flow) {
        // Closing the producer waits for all, and the callback keeps the failure.
        Future<RecordMetadata> unused = producer.send(flow, (metadata, fault) -> {
            if (fault != null) {
                failure.compareAndSet(null, fault);
            }
        });
    }
}
