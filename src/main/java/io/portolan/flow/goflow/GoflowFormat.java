package io.portolan.flow.goflow;

import static io.portolan.flow.field.FlowField.ACTION;
import static io.portolan.flow.field.FlowField.ATTRIBUTES;
import static io.portolan.flow.field.FlowField.BYTES;
import static io.portolan.flow.field.FlowField.DST_ADDRESS;
import static io.portolan.flow.field.FlowField.DST_PORT;
import static io.portolan.flow.field.FlowField.DUPLICATE;
import static io.portolan.flow.field.FlowField.END_TIME;
import static io.portolan.flow.field.FlowField.INITIATOR;
import static io.portolan.flow.field.FlowField.OBSERVER;
import static io.portolan.flow.field.FlowField.PACKETS;
import static io.portolan.flow.field.FlowField.PROTOCOL;
import static io.portolan.flow.field.FlowField.REVERSE_BYTES;
import static io.portolan.flow.field.FlowField.REVERSE_PACKETS;
import static io.portolan.flow.field.FlowField.SAMPLING_RATE;
import static io.portolan.flow.field.FlowField.SRC_ADDRESS;
import static io.portolan.flow.field.FlowField.SRC_PORT;
import static io.portolan.flow.field.FlowField.START_TIME;
import static io.portolan.flow.field.FlowField.TCP_FLAGS;
import static io.portolan.flow.field.ValueKind.LIST;
import static io.portolan.flow.field.ValueKind.MILLISECONDS;
import static io.portolan.flow.field.ValueKind.NANOSECONDS;
import static io.portolan.flow.field.ValueKind.SECONDS;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.json.JsonFormat;
import java.util.List;
import java.util.Set;

/**
 * The format {@code goflow2}.
 *
 * <p>Source: goflow2, {@code pb/flow.proto} of versions 1 and 2, {@code producer/proto/render.go}, and {@code
 * docs/protocols.md}, by which version 3 adds fields and changes none; netobserv, "Network Flows format reference" and {@code bpf/utils.h} of its agent. All write 0
 * where they do not know, as proto3 has no other way.
 */
public final class GoflowFormat {
    static final String NAME = "goflow2";

    private static final FieldTable.Builder T = FieldTable.builder().withoutEmpty();

    static final SourceField TYPE = T.text("type", "Type").fills(ATTRIBUTES);
    static final SourceField PROTO = T.text("proto", "Proto")
            .note("name or number; a flow without one is passed over")
            .fills(PROTOCOL);
    static final SourceField SOURCE_PORT = T.count("src_port", "SrcPort").fills(SRC_PORT);
    static final SourceField DESTINATION_PORT = T.count("dst_port", "DstPort").fills(DST_PORT);
    static final SourceField FLAGS =
            T.count("tcp_flags", "TCPFlags", "TcpFlags").zeroIsAbsent().fills(TCP_FLAGS);
    static final SourceField AGENT_FLAGS = T.field(LIST, "Flags")
            .note("of netobserv's agent, number or names; it tells SYN and SYN with ACK apart, and so who opened")
            .fills(TCP_FLAGS, INITIATOR);
    static final SourceField BIFLOW = T.count("bi_flow_direction", "BiFlowDirection")
            .zeroIsAbsent()
            .note("1: the source opened, 2: the destination (RFC 5103)")
            .fills(INITIATOR);
    static final SourceField FORWARDING = T.count("forwarding_status", "ForwardingStatus")
            .zeroIsAbsent()
            .note("IPFIX element 89: forwarded is ACCEPT, dropped by an ACL is REJECT, others say nothing")
            .fills(ACTION, ATTRIBUTES);
    static final SourceField PACKETS_AB = T.count("Packets_AB").fills(PACKETS);
    static final SourceField BYTES_AB = T.count("Bytes_AB").fills(BYTES);
    static final SourceField PACKETS_BA = T.count("Packets_BA").fills(REVERSE_PACKETS);
    static final SourceField BYTES_BA = T.count("Bytes_BA").fills(REVERSE_BYTES);
    static final SourceField ALL_PACKETS = T.count("packets", "Packets").fills(PACKETS);
    static final SourceField ALL_BYTES = T.count("bytes", "Bytes").fills(BYTES);
    static final SourceField SOURCE = T.text("src_addr", "SrcAddr")
            .note("text, or base64 where JSON was made by protobuf's own rules")
            .fills(SRC_ADDRESS);
    static final SourceField DESTINATION = T.text("dst_addr", "DstAddr").fills(DST_ADDRESS);
    static final SourceField START_NS =
            T.field(NANOSECONDS, "time_flow_start_ns").zeroIsAbsent().fills(START_TIME);
    static final SourceField START_MS = T.field(MILLISECONDS, "TimeFlowStartMs", "time_flow_start_ms")
            .zeroIsAbsent()
            .fills(START_TIME);
    static final SourceField START =
            T.field(SECONDS, "TimeFlowStart", "time_flow_start").zeroIsAbsent().fills(START_TIME);
    static final SourceField END_NS =
            T.field(NANOSECONDS, "time_flow_end_ns").zeroIsAbsent().fills(END_TIME);
    static final SourceField END_MS = T.field(MILLISECONDS, "TimeFlowEndMs", "time_flow_end_ms")
            .zeroIsAbsent()
            .fills(END_TIME);
    static final SourceField END =
            T.field(SECONDS, "TimeFlowEnd", "time_flow_end").zeroIsAbsent().fills(END_TIME);
    static final SourceField RECEIVED_NS = T.field(NANOSECONDS, "time_received_ns")
            .zeroIsAbsent()
            .note("if the exporter gave no time")
            .fills(END_TIME);
    static final SourceField RECEIVED = T.field(SECONDS, "TimeReceived", "time_received")
            .zeroIsAbsent()
            .note("if the exporter gave no time")
            .fills(END_TIME);
    static final SourceField SAMPLER =
            T.text("sampler_address", "SamplerAddress", "AgentIP").fills(OBSERVER);
    static final SourceField SAMPLING =
            T.count("sampling_rate", "SamplingRate", "Sampling").zeroIsAbsent().fills(SAMPLING_RATE);
    static final SourceField REPEATED =
            T.text("Duplicate").note("seen at another interface as well").fills(DUPLICATE);
    static final SourceField RECORD_TYPE = T.text("_RecordType")
            .note(
                    "newConnection and heartbeat are duplicates, endConnection has their totals and those of any flowLogs")
            .fills(DUPLICATE, ATTRIBUTES);
    static final SourceField ETYPE = T.text("etype", "Etype")
            .note("what is not IP and has no addresses is no flow")
            .fills();
    static final SourceField FRAGMENT_OFFSET = T.count("fragment_offset", "FragmentOffset")
            .zeroIsAbsent()
            .note("behind a fragment's offset there are no ports; version 1 has the flags of IPv4 above it")
            .fills(ATTRIBUTES);

    /** Numbers of the export packet, names for numbers that are there, and how long each header was. */
    static final FieldTable TABLE = T.ignore("sequence_num", "SequenceNum")
            .ignore("EtypeName", "ProtoName", "layer_size")
            .build();

    private GoflowFormat() {}

    /** JSON or protobuf, told apart record by record. */
    public static FlowFormat format() {
        return new FlowFormat(
                NAME,
                "goflow2 in JSON or protobuf, any version, and netobserv's flowlogs-pipeline",
                JsonFormat.withoutColumns(NAME, () -> new GoflowParser(TABLE)),
                GoflowRecords::open,
                TABLE.describe(),
                new Recognition(
                        List.of(
                                Set.of("time_received_ns", "src_addr"),
                                Set.of("time_flow_start_ns", "src_addr"),
                                Set.of("time_received", "src_addr", "dst_addr"),
                                Set.of("TimeReceived", "Etype"),
                                Set.of("TimeReceived", "SrcAddr"),
                                Set.of("TimeFlowStartMs", "SrcAddr")),
                        GoflowMessage::isOne));
    }
}
