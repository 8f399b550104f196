package io.portolan.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Hands the records of the inputs to Kafka Streams in batches: what it does around each record it is given costs more than
 * the job's own work on a flow (docs/adr/0030). Records of the job's own topics stay as they are.
 */
public final class InputBatches implements ConsumerInterceptor<byte[], byte[]> {
    /** Key under which the consumer's configuration has the topics of the inputs, a collection of their names. */
    public static final String TOPICS = "portolan.input.topics";

    /** Few enough for a batch, its flows and what is made of them to stay in the cache of a processor. */
    static final int MOST = 128;

    private Set<String> inputs = Set.of();

    @Override
    public void configure(Map<String, ?> configs) {
        Collection<?> topics = (Collection<?>) Objects.requireNonNull(configs.get(TOPICS), TOPICS);
        inputs = Set.copyOf(topics.stream().map(String.class::cast).toList());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> handed = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> read = records.records(partition);
            handed.put(partition, inputs.contains(partition.topic()) ? batches(read) : read);
        }
        return new ConsumerRecords<>(handed, records.nextOffsets());
    }

    private static List<ConsumerRecord<byte[], byte[]>> batches(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> batches = new ArrayList<>();
        for (int from = 0; from < records.size(); from += MOST) {
            int to = Math.min(from + MOST, records.size());
            batches.add(new InputBatch(records.subList(from, to)).asRecord());
        }
        return batches;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Offsets are those of records, whether these came in batches or not.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
