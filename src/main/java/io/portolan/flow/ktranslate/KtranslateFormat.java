package io.portolan.flow.ktranslate;

import static io.portolan.flow.field.FlowField.ACTION;
import static io.portolan.flow.field.FlowField.ATTRIBUTES;
import static io.portolan.flow.field.FlowField.BYTES;
import static io.portolan.flow.field.FlowField.DST_ADDRESS;
import static io.portolan.flow.field.FlowField.DST_PORT;
import static io.portolan.flow.field.FlowField.END_TIME;
import static io.portolan.flow.field.FlowField.INITIATOR;
import static io.portolan.flow.field.FlowField.OBSERVER;
import static io.portolan.flow.field.FlowField.PACKETS;
import static io.portolan.flow.field.FlowField.PROTOCOL;
import static io.portolan.flow.field.FlowField.SAMPLING_RATE;
import static io.portolan.flow.field.FlowField.SRC_ADDRESS;
import static io.portolan.flow.field.FlowField.SRC_PORT;
import static io.portolan.flow.field.FlowField.START_TIME;
import static io.portolan.flow.field.FlowField.TCP_FLAGS;
import static io.portolan.flow.field.ValueKind.COUNT;
import static io.portolan.flow.field.ValueKind.TIME;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.json.JsonFormat;
import java.util.List;
import java.util.Set;

/**
 * The format {@code ktranslate}: its formats {@code json} and {@code flat_json}, not compressed.
 *
 * <p>Source: ktranslate's {@code pkg/kt/types.go} (the fields), {@code pkg/inputs/flow/format.go} (NetFlow, IPFIX and
 * sFlow), {@code pkg/inputs/vpc} (AWS, GCP), {@code pkg/cat/jchf.go} (flows from Kentik) and {@code
 * pkg/rollup/rollup.go}. A flow has one direction: its bytes are those from source to destination, and stand in {@code
 * in_bytes} where the exporter saw them come in, in {@code out_bytes} where it saw them leave.
 */
public final class KtranslateFormat {
    static final String NAME = "ktranslate";

    private static final FieldTable.Builder T = FieldTable.builder();

    static final SourceField EVENT_TYPE = T.text("eventType")
            .note("KFlow is a flow; rollups, metrics and other events are passed over")
            .fills();
    static final SourceField PROVIDER = T.text("provider").fills(ATTRIBUTES);
    static final SourceField PROTO = T.text("protocol")
            .note("the keyword at IANA; empty for those that have none")
            .fills(PROTOCOL);
    static final SourceField SRC = T.text("src_addr").fills(SRC_ADDRESS);
    static final SourceField SRC_L4 = T.count("l4_src_port").fills(SRC_PORT);
    static final SourceField DST = T.text("dst_addr").fills(DST_ADDRESS);
    static final SourceField DST_L4 = T.count("l4_dst_port").fills(DST_PORT);
    static final SourceField FLAGS =
            T.count("tcp_flags").zeroIsAbsent().note("0 if not reported").fills(TCP_FLAGS);
    static final SourceField IN_PACKETS = T.count("in_pkts")
            .zeroIsAbsent()
            .note("from source to destination, seen coming in")
            .fills(PACKETS);
    static final SourceField OUT_PACKETS = T.count("out_pkts")
            .zeroIsAbsent()
            .note("from source to destination too, seen leaving; counts where there is no in_pkts")
            .fills(PACKETS);
    static final SourceField IN_BYTES = T.count("in_bytes")
            .zeroIsAbsent()
            .note("from source to destination, seen coming in")
            .fills(BYTES);
    static final SourceField OUT_BYTES = T.count("out_bytes")
            .zeroIsAbsent()
            .note("from source to destination too, seen leaving; counts where there is no in_bytes")
            .fills(BYTES);
    static final SourceField FLOW_STARTED = T.field(TIME, "TimeFlowStart")
            .zeroIsAbsent()
            .note("if ktranslate is told to write it")
            .fills(START_TIME);
    static final SourceField STARTED = T.field(TIME, "start_time")
            .zeroIsAbsent()
            .note("of cloud flow logs")
            .fills(START_TIME);
    static final SourceField WRITTEN = T.field(TIME, "timestamp")
            .zeroIsAbsent()
            .note("when ktranslate received the flow; seconds, milliseconds or nanoseconds by its version")
            .fills(START_TIME);
    static final SourceField FLOW_ENDED =
            T.field(TIME, "TimeFlowEnd").zeroIsAbsent().fills(END_TIME);
    static final SourceField ENDED =
            T.field(TIME, "end_time").zeroIsAbsent().note("of cloud flow logs").fills(END_TIME);
    static final SourceField DEVICE =
            T.text("device_name").note("the exporter, or its address").fills(OBSERVER);
    static final SourceField SAMPLER = T.text("SamplerAddress").fills(OBSERVER, ATTRIBUTES);
    static final SourceField SAMPLE_RATE = T.field(COUNT, "sample_rate")
            .zeroIsAbsent()
            .note("the counters are not multiplied by it")
            .fills(SAMPLING_RATE);
    static final SourceField BIFLOW = T.text("BiFlowDirection")
            .note("of IPFIX (element 239): 1 the source opened, 2 the destination did")
            .fills(INITIATOR);
    static final SourceField FRAGMENT = T.count("FragmentOffset")
            .note("more than 0: the ports are no ports")
            .fills(SRC_PORT, DST_PORT);
    static final SourceField FILTERED =
            T.text("action").note("of AWS flow logs: ACCEPT or REJECT").fills(ACTION);
    static final SourceField LOG_STATUS = T.text("status")
            .note("of AWS flow logs: NODATA and SKIPDATA are no flows")
            .fills();

    /** The custom fields stand among the others in {@code flat_json}; left out is what is put together of other fields. */
    private static final FieldTable TABLE = T.transparent("custom_str")
            .transparent("custom_int")
            .transparent("custom_bigint")
            .ignore("src_endpoint", "dst_endpoint", "header_len", "ip_size", "sampled_packet_size")
            .withoutEmpty()
            .build();

    private KtranslateFormat() {}

    /** JSON lists of events, as ktranslate sends them in one message. */
    public static FlowFormat format() {
        return JsonFormat.of(
                NAME,
                "Kentik ktranslate JSON (json, flat_json): KFlow events; others are passed over",
                TABLE,
                () -> new KtranslateFlow(TABLE),
                Recognition.ofJson(List.of(
                        Set.of("eventType", "provider", "l4_dst_port"), Set.of("eventType", "keyJoin", "dimension"))));
    }
}
