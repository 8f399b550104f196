package io.portolan.topology;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the records of an {@link OutputBatch} each by itself, and any other record as it is. Without transactions it sees to it
 * that no task commits if a part of a sum could not be written: the part is of all tasks of the thread, and Kafka Streams tells
 * the one that sent it only.
 */
final class BatchProducer extends KafkaProducer<byte[], byte[]> {
    private final Set<String> parts;
    private volatile @Nullable Exception lost;

    BatchProducer(Map<String, Object> configs) {
        super(configs, new ByteArraySerializer(), new ByteArraySerializer());
        boolean isTransactional = configs.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        Collection<?> topics = (Collection<?>) configs.getOrDefault(BatchClients.PARTS, Set.of());
        this.parts = isTransactional
                ? Set.of()
                : Set.copyOf(topics.stream().map(String.class::cast).toList());
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
        return super.send(records.get(last), parts.contains(record.topic()) ? noting(callback) : callback);
    }

    /** Fails as well if a part could not be written: whoever waits for it here is about to commit. */
    @Override
    public void flush() {
        super.flush();
        if (lost != null) {
            throw new KafkaException(
                    "what the tasks of a thread have counted could not be written, so that none of them commits", lost);
        }
    }

    private Callback noting(Callback callback) {
        return (metadata, fault) -> {
            lost = fault == null ? lost : fault;
            callback.onCompletion(metadata, fault);
        };
    }
}
