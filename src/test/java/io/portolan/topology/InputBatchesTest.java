package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InputBatchesTest {
    private static final TopicPartition FLOWS = new TopicPartition("flows", 3);
    private static final TopicPartition OTHER = new TopicPartition("sums", 3);

    private final InputBatches batches = new InputBatches();

    @BeforeEach
    void configure() {
        batches.configure(Map.of(InputBatches.TOPICS, List.of("flows", "more-flows")));
    }

    @Test
    void recordsOfAnInputComeInBatchesThatBeginAtTheirFirstOffset() {
        int count = 2 * InputBatches.MOST + 1;
        List<ConsumerRecord<byte[], byte[]>> read = records(FLOWS, count);

        List<ConsumerRecord<byte[], byte[]>> handed =
                batches.onConsume(polled(FLOWS, read)).records(FLOWS);

        assertThat(handed)
                .extracting(ConsumerRecord::offset)
                .containsExactly(0L, (long) InputBatches.MOST, 2L * InputBatches.MOST);
        assertThat(handed.stream().flatMap(batch -> inside(batch).stream())).containsExactlyElementsOf(read);
    }

    @Test
    void aBatchHasThePlaceAndTheTimeOfItsFirstRecordAndTheSizeOfAll() {
        List<ConsumerRecord<byte[], byte[]>> read = records(FLOWS, 3);

        ConsumerRecord<byte[], byte[]> batch =
                batches.onConsume(polled(FLOWS, read)).records(FLOWS).get(0);

        assertThat(batch.topic()).isEqualTo("flows");
        assertThat(batch.partition()).isEqualTo(3);
        assertThat(batch.timestamp()).isEqualTo(1_000);
        assertThat(batch.serializedKeySize()).isZero();
        assertThat(batch.serializedValueSize()).isEqualTo(30);
        assertThat(batch.key()).isNull();
        assertThat(batch.value()).isNull();
    }

    @Test
    void recordsOfOtherTopicsStayAsTheyAre() {
        List<ConsumerRecord<byte[], byte[]>> read = records(OTHER, 3);

        assertThat(batches.onConsume(polled(OTHER, read)).records(OTHER)).containsExactlyElementsOf(read);
    }

    @Test
    void theOffsetsToGoOnAtStayThoseBehindTheLastRecords() {
        ConsumerRecords<byte[], byte[]> polled = polled(FLOWS, records(FLOWS, 3));

        assertThat(batches.onConsume(polled).nextOffsets()).isEqualTo(Map.of(FLOWS, new OffsetAndMetadata(3)));
    }

    private static List<ConsumerRecord<byte[], byte[]>> inside(ConsumerRecord<byte[], byte[]> batch) {
        return ((InputBatch) batch.headers().lastHeader("portolan.input.batch")).records();
    }

    private static ConsumerRecords<byte[], byte[]> polled(
            TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        return new ConsumerRecords<>(
                Map.of(partition, records), Map.of(partition, new OffsetAndMetadata(records.size())));
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition, int count) {
        return IntStream.range(0, count)
                .mapToObj(offset -> new ConsumerRecord<>(
                        partition.topic(),
                        partition.partition(),
                        offset,
                        1_000L + offset,
                        TimestampType.CREATE_TIME,
                        ConsumerRecord.NULL_SIZE,
                        10,
                        (byte[]) null,
                        new byte[10],
                        new RecordHeaders(),
                        Optional.empty()))
                .toList();
    }
}
