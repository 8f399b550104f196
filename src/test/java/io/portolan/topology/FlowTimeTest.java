package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.topology.Origin.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
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

    @Test
    void aRecordThatCannotBeReadHasTheTimeOfItsPartition() {
        FlowTime unreadable = new FlowTime(() -> record -> {
            throw new UnreadableFlowException("torn");
        });
        FlowTime unknown = new FlowTime(() -> record -> {
            throw new SerializationException("no schema");
        });

        assertThat(unreadable.extract(record("torn"), PARTITION_TIME)).isEqualTo(PARTITION_TIME);
        assertThat(unknown.extract(record("torn"), PARTITION_TIME)).isEqualTo(PARTITION_TIME);
        assertThat(unknown.extract(record(null), PARTITION_TIME)).isEqualTo(PARTITION_TIME);
    }

    @Test
    void aBatchHasTheTimeOfTheFlowOfItsFirstRecord() throws UnreadableFlowException {
        Map<String, Flow> flows = Map.of(
                "first", flow(1_700_000_000_000L, 1_700_000_003_000L),
                "second", flow(1_700_000_000_000L, 1_700_000_009_000L));
        FlowTime time = new FlowTime(() -> record -> flows.get(new String(record, StandardCharsets.UTF_8)));
        InputBatch batch = new InputBatch(List.of(read("first", 0), read("second", 1)));
        ConsumerRecord<Object, Object> record = new ConsumerRecord<>("flows", 0, 0, null, null);
        batch.asRecord().headers().forEach(record.headers()::add);

        assertThat(time.extract(record, PARTITION_TIME)).isEqualTo(1_700_000_003_000L);
    }

    private static ConsumerRecord<byte[], byte[]> read(String value, long offset) {
        return Origin.of(
                        new Place("flows", 0, offset),
                        null,
                        value.getBytes(StandardCharsets.UTF_8),
                        new RecordHeaders())
                .record();
    }

    private static long time(Reading reading, long partitionTime) {
        return new FlowTime(() -> record -> reading).extract(record("any"), partitionTime);
    }

    private static ConsumerRecord<Object, Object> record(String value) {
        return new ConsumerRecord<>("flows", 0, 0, null, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private static Flow flow(long start, long end) throws UnreadableFlowException {
        return new FlowBuilder("test")
                .addresses("192.0.2.1", "192.0.2.2")
                .times(start, end)
                .build();
    }
}
