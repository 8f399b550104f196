package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.schema.Action;
import io.portolan.schema.FlowLog;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowTest {
    @Test
    void aViewShowsWhatTheLibraryWrote() throws Exception {
        Flow flow = Flow.of(specific(FlowLog.newBuilder()
                .setProtocol(6)
                .setSrcPort(51515)
                .setDstPort(1274)
                .setTcpFlags(27)
                .setInitiator(Side.SOURCE)
                .setAction(Action.ACCEPT)
                .setState(FlowState.CLOSED)
                .setPackets(6)
                .setBytes(412)
                .setReversePackets(5L)
                .setReverseBytes(2260L)
                .setSrcAddress("2001:db8::7")
                .setDstAddress("192.0.2.10")
                .setStartTime(Instant.ofEpochMilli(1_700_000_000_500L))
                .setEndTime(Instant.ofEpochMilli(1_700_000_001_750L))
                .setObserver("Messpunkt Köln")
                .setSamplingRate(1000)
                .setSourceFormat("zeek-conn")
                .setAttributes(Map.of("uid", "CtestA"))
                .build()));

        assertThat(flow.protocol()).isEqualTo(6);
        assertThat(flow.srcPort()).isEqualTo(51515);
        assertThat(flow.dstPort()).isEqualTo(1274);
        assertThat(flow.tcpFlags()).isEqualTo(27);
        assertThat(flow.initiator()).isEqualTo(Side.SOURCE);
        assertThat(flow.action()).isEqualTo(Action.ACCEPT);
        assertThat(flow.state()).isEqualTo(FlowState.CLOSED);
        assertThat(flow.packets()).isEqualTo(6);
        assertThat(flow.bytes()).isEqualTo(412);
        assertThat(flow.reversePackets()).isEqualTo(5);
        assertThat(flow.reverseBytes()).isEqualTo(2260);
        assertThat(flow.srcAddress()).isEqualTo("2001:db8::7");
        assertThat(flow.dstAddress()).isEqualTo("192.0.2.10");
        assertThat(flow.isIpv6()).isTrue();
        assertThat(flow.startTime()).isEqualTo(1_700_000_000_500L);
        assertThat(flow.endTime()).isEqualTo(1_700_000_001_750L);
        assertThat(flow.observer()).contains("Messpunkt Köln");
        assertThat(flow.sourceFormat()).isEqualTo("zeek-conn");
    }

    @Test
    void whatTheSensorDidNotReportIsUnknown() throws Exception {
        Flow flow = Flow.of(FlowLogs.encode(FlowLogs.plain()));

        assertThat(flow.tcpFlags()).isEqualTo(Flow.UNKNOWN);
        assertThat(flow.reversePackets()).isEqualTo(Flow.UNKNOWN);
        assertThat(flow.reverseBytes()).isEqualTo(Flow.UNKNOWN);
        assertThat(flow.initiator()).isEqualTo(Side.UNKNOWN);
        assertThat(flow.observer()).isEmpty();
        assertThat(flow.sourceFormat()).isEqualTo("avro");
        assertThat(flow.isIpv6()).isFalse();
    }

    @Test
    void aFlowKnowsItsFormatByName() throws Exception {
        GenericRecord log = FlowLogs.plain();
        log.put("source_format", "aws-vpc");
        Flow flow = Flow.of(FlowLogs.encode(log));

        assertThat(flow.isFrom("aws-vpc")).isTrue();
        assertThat(flow.isFrom("aws-vp")).isFalse();
        assertThat(flow.isFrom("aws-vpd")).isFalse();
        assertThat(flow.isFrom("")).isFalse();
    }

    @Test
    void aViewOverAPartSeesNothingElse() throws Exception {
        byte[] flow = FlowLogs.encode(FlowLogs.plain());
        byte[] framed = new byte[flow.length + 9];
        Arrays.fill(framed, (byte) 0x7f);
        System.arraycopy(flow, 0, framed, 5, flow.length);

        Flow view = Flow.of(framed, 5, flow.length);

        assertThat(Decoded.bytes(view)).isEqualTo(flow);
        assertThat(view.dstAddress()).isEqualTo("192.0.2.2");
    }

    @ParameterizedTest
    @CsvSource({
        "protocol, 256, 'protocol is 256, not within 0-255'",
        "protocol, -1, 'protocol is -1, not within 0-255'",
        "src_port, 65536, 'src_port is 65536, not within 0-65535'",
        "dst_port, -1, 'dst_port is -1, not within 0-65535'",
        "tcp_flags, 4096, 'tcp_flags is 4096, not within 0-4095'",
        "sampling_rate, 0, 'sampling_rate is 0, not within 1-2147483647'",
    })
    void anIntOutsideItsRangeIsRefusedByName(String field, int value, String cause) {
        refused(field, value, cause);
    }

    @ParameterizedTest
    @CsvSource({
        "packets, -1, 'packets is -1, not within 0-9223372036854775807'",
        "bytes, -9223372036854775808, 'bytes is -9223372036854775808, not within 0-9223372036854775807'",
        "reverse_packets, -1, 'reverse_packets is -1, not within 0-9223372036854775807'",
        "reverse_bytes, -1, 'reverse_bytes is -1, not within 0-9223372036854775807'",
        "start_time, 1700000000, 'start_time is 1700000000, not within 631152000000-4102444800000'",
        "end_time, 1700000000000000, 'end_time is 1700000000000000, not within 631152000000-4102444800000'",
    })
    void aLongOutsideItsRangeIsRefusedByName(String field, long value, String cause) {
        refused(field, value, cause);
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutItsControlCharacters() {
        refused("src_address", "harbour\n.example", "src_address is harbour?.example, not an IP address");
        refused("dst_address", "", "dst_address is , not an IP address");
    }

    private static void refused(String field, Object value, String cause) {
        GenericRecord log = FlowLogs.plain();
        log.put(field, value);
        byte[] bytes = FlowLogs.encode(log);

        assertThatExceptionOfType(UnreadableFlowException.class)
                .isThrownBy(() -> Flow.of(bytes))
                .withMessage(cause);
    }

    private static byte[] specific(FlowLog flow) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<>(FlowLog.class).write(flow, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
