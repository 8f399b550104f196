package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.util.Map;
import java.util.Random;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** What holds for any flow; the flows are random, from a fixed seed. */
class FlowPropertyTest {
    private static final int FLOWS = 20_000;

    @Test
    void aViewShowsEveryFieldAsTheLibraryHasIt() throws Exception {
        Random random = new Random(1274);
        for (int i = 0; i < FLOWS; i++) {
            GenericRecord log = FlowLogs.random(random);
            byte[] bytes = FlowLogs.encode(log);

            Flow flow = Flow.of(bytes);

            assertSame(flow, log);
            assertThat(Decoded.bytes(flow)).isEqualTo(bytes);
        }
    }

    @Test
    void aBuilderWritesTheBytesThatTheLibraryWrites() throws Exception {
        Random random = new Random(40000);
        for (int i = 0; i < FLOWS; i++) {
            GenericRecord log = FlowLogs.random(random);
            if (!Protocols.hasPorts((int) log.get("protocol"))) {
                log.put("src_port", 0);
                log.put("dst_port", 0);
            }

            Flow flow = built(log);

            assertThat(Decoded.bytes(flow)).isEqualTo(FlowLogs.encode(log));
        }
    }

    private static void assertSame(Flow flow, GenericRecord log) {
        assertThat(flow.protocol()).isEqualTo(log.get("protocol"));
        assertThat(flow.srcPort()).isEqualTo(log.get("src_port"));
        assertThat(flow.dstPort()).isEqualTo(log.get("dst_port"));
        assertThat(flow.tcpFlags()).isEqualTo(number(log, "tcp_flags"));
        assertThat(flow.initiator()).hasToString(log.get("initiator").toString());
        assertThat(flow.action()).hasToString(log.get("action").toString());
        assertThat(flow.state()).hasToString(log.get("state").toString());
        assertThat(flow.packets()).isEqualTo(log.get("packets"));
        assertThat(flow.bytes()).isEqualTo(log.get("bytes"));
        assertThat(flow.reversePackets()).isEqualTo(number(log, "reverse_packets"));
        assertThat(flow.reverseBytes()).isEqualTo(number(log, "reverse_bytes"));
        assertThat(flow.srcAddress()).isEqualTo(log.get("src_address"));
        assertThat(flow.dstAddress()).isEqualTo(log.get("dst_address"));
        assertThat(flow.startTime()).isEqualTo(log.get("start_time"));
        assertThat(flow.endTime()).isEqualTo(log.get("end_time"));
        assertThat(flow.observer().orElse(null)).isEqualTo(log.get("observer"));
        assertThat(flow.isDuplicate()).isEqualTo(log.get("duplicate"));
        assertThat(flow.sourceFormat()).isEqualTo(log.get("source_format"));
    }

    private static long number(GenericRecord log, String field) {
        return log.get(field) == null ? Flow.UNKNOWN : ((Number) log.get(field)).longValue();
    }

    private static Flow built(GenericRecord log) throws UnreadableFlowException {
        FlowBuilder flow = new FlowBuilder((String) log.get("source_format"))
                .protocol((int) log.get("protocol"))
                .ports((int) log.get("src_port"), (int) log.get("dst_port"))
                .addresses((String) log.get("src_address"), (String) log.get("dst_address"))
                .tcpFlags((int) number(log, "tcp_flags"))
                .initiator(Side.valueOf(log.get("initiator").toString()))
                .action(Action.valueOf(log.get("action").toString()))
                .state(FlowState.valueOf(log.get("state").toString()))
                .counters((long) log.get("packets"), (long) log.get("bytes"))
                .reverseCounters(number(log, "reverse_packets"), number(log, "reverse_bytes"))
                .times((long) log.get("start_time"), (long) log.get("end_time"))
                .observer((String) log.get("observer"))
                .samplingRate(Math.max(0, (int) number(log, "sampling_rate")))
                .duplicate((boolean) log.get("duplicate"));
        ((Map<?, ?>) log.get("attributes")).forEach((name, value) -> flow.attribute((String) name, (String) value));
        return flow.build();
    }
}
