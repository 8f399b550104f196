package io.portolan.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/** The clients of Kafka Streams, with a producer that knows batches. Kafka Streams makes it by its name. */
public final class BatchClients extends DefaultKafkaClientSupplier {
    /** Key under which the producer's configuration has the topics of the parts of sums, a collection of their names. */
    public static final String PARTS = "portolan.parts.topics";

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new BatchProducer(config);
    }
}
