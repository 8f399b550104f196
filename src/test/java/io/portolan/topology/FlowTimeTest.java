package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class FlowTimeTest {
    private static final long PARTITION_TIME = 1_600_000_000_000L;

    @Test
    void aFlowHasTheTimeOfItsEnd() throws UnreadableFlowException {
        assertThat(time(flow(1_700_000_000_000L, 1_700_000_009_000L), PARTITION_TIME))
                .isEqualTo(1_700_000_009_000L);
    }

    @Test
    void severalFlowsHaveTheTimeOfTheLatestEnd() throws UnreadableFlowException {
        Reading several = new Reading.Flows(
                List.of(flow(1_700_000_000_000L, 1_700_000_009_000L), flow(1_700_000_001_000L, 1_700_000_005_000L)),
                new byte[0]);

        assertThat(time(several, PARTITION_TIME)).isEqualTo(1_700_000_009_000L);
    }

    @Test
    void aRecordWithoutAFlowHasTheTimeOfItsPartition() {
        assertThat(time(new Reading.NotAFlow("header line"), PARTITION_TIME)).isEqualTo(PARTITION_TIME);
        // Kafka Streams drops a record of a negative time, and a partition without a time has -1.
        assertThat(time(new Reading.NotAFlow("header line"), -1)).isZero();
    }

    private static long time(Reading reading, long partitionTime) {
        return new FlowTime().extract(new ConsumerRecord<>("flows", 0, 0, null, reading), partitionTime);
    }

    private static Flow flow(long start, long end) throws UnreadableFlowException {
        return new FlowBuilder("test")
                .addresses("192.0.2.1", "192.0.2.2")
                .times(start, end)
                .build();
    }
}
