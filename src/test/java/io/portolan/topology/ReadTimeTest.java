package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ReadTimeTest {
    private static final long PARTITION_TIME = 1_600_000_000_000L;

    @Test
    void aRecordHasTheTimeThatKafkaHasOfIt() {
        assertThat(time(1_700_000_000_000L, PARTITION_TIME)).isEqualTo(1_700_000_000_000L);
    }

    @Test
    void aRecordWithoutATimeHasThatOfItsPartition() {
        assertThat(time(ConsumerRecord.NO_TIMESTAMP, PARTITION_TIME)).isEqualTo(PARTITION_TIME);
        // Kafka Streams drops a record of a negative time, and a partition without a time has -1.
        assertThat(time(ConsumerRecord.NO_TIMESTAMP, -1)).isZero();
    }

    private static long time(long timestamp, long partitionTime) {
        return new ReadTime()
                .extract(
                        new ConsumerRecord<>(
                                "flows",
                                0,
                                0,
                                timestamp,
                                TimestampType.CREATE_TIME,
                                0,
                                0,
                                null,
                                null,
                                new RecordHeaders(),
                                Optional.empty()),
                        partitionTime);
    }
}
