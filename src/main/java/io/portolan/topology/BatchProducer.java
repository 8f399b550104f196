package io.portolan.topology;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends the records of an {@link OutputBatch} each by itself, and any other record as it is. */
final class BatchProducer extends KafkaProducer<byte[], byte[]> {
    BatchProducer(Map<String, Object> configs) {
        super(configs, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * As that of Kafka.
     *
     * @param callback told of the last record of a batch, and of each that failed
     * @return what becomes of the last
     */
    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        List<ProducerRecord<byte[], byte[]>> records = OutputBatch.sent(record);
        int last = records.size() - 1;
        Callback failed = (metadata, fault) -> {
            if (fault != null) {
                callback.onCompletion(metadata, fault);
            }
        };
        for (int i = 0; i < last; i++) {
            // Whoever looks at the callback sees a failure as well.
            Future<RecordMetadata> unused = super.send(records.get(i), failed);
        }
        return super.send(records.get(last), callback);
    }
}
