package io.portolan.flow;

import io.portolan.schema.Action;
import io.portolan.schema.FlowLog;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** What a flow's canonical bytes hold, as the Avro library reads them; names and meanings are those of the schema. */
public record Decoded(
        int protocol,
        int srcPort,
        int dstPort,
        @Nullable Integer tcpFlags,
        Side initiator,
        Action action,
        FlowState state,
        long packets,
        long bytes,
        @Nullable Long reversePackets,
        @Nullable Long reverseBytes,
        String srcAddress,
        String dstAddress,
        Instant startTime,
        Instant endTime,
        @Nullable String observer,
        @Nullable Integer samplingRate,
        boolean duplicate,
        String sourceFormat,
        Map<String, String> attributes) {

    /** The flow that a reading is. */
    public static Decoded of(Reading reading) {
        GenericRecord flow = generic(bytes((Flow) reading));
        Map<String, String> attributes = new TreeMap<>();
        ((Map<?, ?>) flow.get("attributes"))
                .forEach((name, value) -> attributes.put(name.toString(), value.toString()));
        return new Decoded(
                (int) flow.get("protocol"),
                (int) flow.get("src_port"),
                (int) flow.get("dst_port"),
                (Integer) flow.get("tcp_flags"),
                Side.valueOf(flow.get("initiator").toString()),
                Action.valueOf(flow.get("action").toString()),
                FlowState.valueOf(flow.get("state").toString()),
                (long) flow.get("packets"),
                (long) flow.get("bytes"),
                (Long) flow.get("reverse_packets"),
                (Long) flow.get("reverse_bytes"),
                flow.get("src_address").toString(),
                flow.get("dst_address").toString(),
                Instant.ofEpochMilli((long) flow.get("start_time")),
                Instant.ofEpochMilli((long) flow.get("end_time")),
                (String) flow.get("observer"),
                (Integer) flow.get("sampling_rate"),
                (boolean) flow.get("duplicate"),
                flow.get("source_format").toString(),
                attributes);
    }

    /** The canonical bytes themselves. */
    public static byte[] bytes(Flow flow) {
        byte[] bytes = new byte[flow.length()];
        flow.copyTo(bytes, 0);
        return bytes;
    }

    private static GenericRecord generic(byte[] bytes) {
        try {
            return new GenericDatumReader<GenericRecord>(FlowLog.getClassSchema())
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
