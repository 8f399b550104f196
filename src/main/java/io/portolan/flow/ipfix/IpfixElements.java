package io.portolan.flow.ipfix;

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
import static io.portolan.flow.field.FlowField.REVERSE_BYTES;
import static io.portolan.flow.field.FlowField.REVERSE_PACKETS;
import static io.portolan.flow.field.FlowField.SAMPLING_RATE;
import static io.portolan.flow.field.FlowField.SRC_ADDRESS;
import static io.portolan.flow.field.FlowField.SRC_PORT;
import static io.portolan.flow.field.FlowField.START_TIME;
import static io.portolan.flow.field.FlowField.STATE;
import static io.portolan.flow.field.FlowField.TCP_FLAGS;
import static io.portolan.flow.field.ValueKind.DURATION_MICROSECONDS;
import static io.portolan.flow.field.ValueKind.DURATION_MILLISECONDS;
import static io.portolan.flow.field.ValueKind.UTC_TIME;

import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
import java.util.List;

/**
 * The Information Elements and NetFlow v9 fields that mean something here.
 *
 * <p>Source: IANA's registry "IPFIX Information Elements" (RFC 7012); RFC 5103 (reverse elements); nProbe user guide, "Flow
 * Information Elements"; yaf(1), elements of CERT; Elastic's and Logstash's lists of NetFlow fields.
 */
final class IpfixElements {
    private static final FieldTable.Builder T = FieldTable.builder();

    static final SourceField TYPE = T.text("@type", "type")
            .note("ipfix.template, ipfix.optionsTemplate, ipfix.optionsEntry and netflow_options are no flows")
            .fills();
    static final SourceField PROTO = T.text("protocolIdentifier", "PROTOCOL")
            .spelt(ElementNames.with(ElementNames.of("protocolIdentifier", 4), "PROTOCOL"))
            .note("number or name")
            .fills(PROTOCOL);
    static final SourceField SRC_IPV4 = T.text("sourceIPv4Address", "IPV4_SRC_ADDR")
            .spelt(ElementNames.with(ElementNames.of("sourceIPv4Address", 8), "IPV4_SRC_ADDR"))
            .note("0.0.0.0 beside an IPv6 address is none")
            .fills(SRC_ADDRESS);
    static final SourceField SRC_IPV6 = T.text("sourceIPv6Address", "IPV6_SRC_ADDR")
            .spelt(ElementNames.with(ElementNames.of("sourceIPv6Address", 27), "IPV6_SRC_ADDR"))
            .fills(SRC_ADDRESS);
    static final SourceField SRC = T.count("sourceTransportPort", "L4_SRC_PORT")
            .spelt(ElementNames.with(ElementNames.of("sourceTransportPort", 7), "L4_SRC_PORT"))
            .fills(SRC_PORT);
    static final SourceField DST_IPV4 = T.text("destinationIPv4Address", "IPV4_DST_ADDR")
            .spelt(ElementNames.with(ElementNames.of("destinationIPv4Address", 12), "IPV4_DST_ADDR"))
            .fills(DST_ADDRESS);
    static final SourceField DST_IPV6 = T.text("destinationIPv6Address", "IPV6_DST_ADDR")
            .spelt(ElementNames.with(ElementNames.of("destinationIPv6Address", 28), "IPV6_DST_ADDR"))
            .fills(DST_ADDRESS);
    static final SourceField DST = T.count("destinationTransportPort", "L4_DST_PORT")
            .spelt(ElementNames.with(ElementNames.of("destinationTransportPort", 11), "L4_DST_PORT"))
            .fills(DST_PORT);
    static final SourceField FRAGMENT = T.count("fragmentOffset")
            .spelt(ElementNames.of("fragmentOffset", 88))
            .zeroIsAbsent()
            .note("more than 0: a fragment without ports")
            .fills(ATTRIBUTES);
    static final SourceField FLAGS = T.text("tcpControlBits", "TCP_FLAGS")
            .spelt(ElementNames.with(ElementNames.of("tcpControlBits", 6), "TCP_FLAGS"))
            .note("a number, 0x and hexadecimal digits, or letters; of both directions at nProbe, and left out then")
            .fills(TCP_FLAGS, STATE);
    static final SourceField REVERSE_FLAGS = T.text("reverseTcpControlBits")
            .spelt(ElementNames.reverse("reverseTcpControlBits", 6))
            .fills(STATE);
    static final SourceField FIRST_FLAGS = T.text("initialTCPFlags")
            .note("yaf: of the first packet; a SYN without ACK makes the source the initiator")
            .fills(TCP_FLAGS, INITIATOR, STATE);
    static final SourceField LATER_FLAGS =
            T.text("unionTCPFlags").note("yaf: of all packets after the first").fills(TCP_FLAGS, STATE);
    static final SourceField REVERSE_FIRST_FLAGS =
            T.text("reverseInitialTCPFlags").fills(STATE);
    static final SourceField REVERSE_LATER_FLAGS =
            T.text("reverseUnionTCPFlags").fills(STATE);
    static final SourceField CLIENT_FLAGS = T.text("CLIENT_TCP_FLAGS")
            .note("nProbe: of the source; a SYN in it makes the source the initiator")
            .fills(TCP_FLAGS, INITIATOR, STATE);
    static final SourceField SERVER_FLAGS =
            T.text("SERVER_TCP_FLAGS").note("nProbe: of the destination").fills(STATE);
    static final SourceField BIFLOW = T.count("biflowDirection", "BIFLOW_DIRECTION")
            .spelt(ElementNames.with(ElementNames.of("biflowDirection", 239), "BIFLOW_DIRECTION"))
            .note("1: the source is the initiator, 2: the destination; others do not say")
            .fills(INITIATOR);
    static final SourceField FIREWALL = T.count("firewallEvent", "FIREWALL_EVENT", "fw_event")
            .spelt(ElementNames.of("firewallEvent", 233))
            .note("created, deleted and updated are ACCEPT, denied is REJECT")
            .fills(ACTION, ATTRIBUTES);
    static final SourceField FORWARDING = T.count("forwardingStatus", "FORWARDING_STATUS")
            .spelt(ElementNames.with(ElementNames.of("forwardingStatus", 89), "FORWARDING_STATUS"))
            .note("forwarded is ACCEPT, dropped by an ACL is REJECT, others say nothing")
            .fills(ACTION, ATTRIBUTES);
    static final SourceField PACKETS_DELTA = T.count("packetDeltaCount", "IN_PKTS", "SRC_TO_DST_PKTS")
            .spelt(ElementNames.with(ElementNames.of("packetDeltaCount", 2), "IN_PKTS"))
            .zeroIsAbsent()
            .fills(PACKETS);
    static final SourceField PACKETS_TOTAL = T.count("packetTotalCount")
            .spelt(ElementNames.of("packetTotalCount", 86))
            .note("where there is no delta")
            .fills(PACKETS);
    static final SourceField OCTETS_DELTA = T.count("octetDeltaCount", "IN_BYTES", "SRC_TO_DST_BYTES")
            .spelt(ElementNames.with(ElementNames.of("octetDeltaCount", 1), "IN_BYTES"))
            .zeroIsAbsent()
            .fills(BYTES);
    static final SourceField OCTETS_TOTAL = T.count("octetTotalCount")
            .spelt(ElementNames.of("octetTotalCount", 85))
            .note("where there is no delta")
            .fills(BYTES);
    static final SourceField INITIATOR_PACKETS = T.count("initiatorPackets")
            .spelt(ElementNames.of("initiatorPackets", 298))
            .fills(PACKETS, INITIATOR);
    static final SourceField INITIATOR_OCTETS = T.count("initiatorOctets")
            .spelt(ElementNames.of("initiatorOctets", 231))
            .note(
                    "without layer 3 and 4 headers; who reports it knows the initiator: the source unless biflowDirection says otherwise")
            .fills(BYTES, INITIATOR);
    static final SourceField REVERSE_PACKETS_DELTA = T.count("reversePacketDeltaCount")
            .spelt(ElementNames.reverse("reversePacketDeltaCount", 2))
            .fills(REVERSE_PACKETS);
    static final SourceField REVERSE_PACKETS_TOTAL = T.count("reversePacketTotalCount")
            .spelt(ElementNames.reverse("reversePacketTotalCount", 86))
            .fills(REVERSE_PACKETS);
    static final SourceField OUT_PACKETS = T.count("OUT_PKTS", "DST_TO_SRC_PKTS", "24")
            .note("nProbe: from destination to source")
            .fills(REVERSE_PACKETS);
    static final SourceField RESPONDER_PACKETS = T.count("responderPackets")
            .spelt(ElementNames.of("responderPackets", 299))
            .fills(REVERSE_PACKETS);
    static final SourceField REVERSE_OCTETS_DELTA = T.count("reverseOctetDeltaCount")
            .spelt(ElementNames.reverse("reverseOctetDeltaCount", 1))
            .fills(REVERSE_BYTES);
    static final SourceField REVERSE_OCTETS_TOTAL = T.count("reverseOctetTotalCount")
            .spelt(ElementNames.reverse("reverseOctetTotalCount", 85))
            .fills(REVERSE_BYTES);
    static final SourceField OUT_OCTETS = T.count("OUT_BYTES", "DST_TO_SRC_BYTES", "23")
            .note("nProbe: from destination to source")
            .fills(REVERSE_BYTES);
    static final SourceField RESPONDER_OCTETS = T.count("responderOctets")
            .spelt(ElementNames.of("responderOctets", 232))
            .fills(REVERSE_BYTES);
    static final SourceField START_NS = T.field(UTC_TIME, "flowStartNanoseconds")
            .spelt(ElementNames.of("flowStartNanoseconds", 156))
            .zeroIsAbsent()
            .fills(START_TIME);
    static final SourceField START_US = T.field(UTC_TIME, "flowStartMicroseconds", "FLOW_START_MICROSECONDS")
            .spelt(ElementNames.with(ElementNames.of("flowStartMicroseconds", 154), "FLOW_START_MICROSECONDS"))
            .zeroIsAbsent()
            .fills(START_TIME);
    static final SourceField START_MS = T.field(UTC_TIME, "flowStartMilliseconds", "FLOW_START_MILLISECONDS")
            .spelt(ElementNames.with(ElementNames.of("flowStartMilliseconds", 152), "FLOW_START_MILLISECONDS"))
            .zeroIsAbsent()
            .note("of all times: since 1970 in any unit, told by the size, or ISO 8601")
            .fills(START_TIME);
    static final SourceField START_S = T.field(UTC_TIME, "flowStartSeconds", "FLOW_START_SEC")
            .spelt(ElementNames.with(ElementNames.of("flowStartSeconds", 150), "FLOW_START_SEC"))
            .zeroIsAbsent()
            .fills(START_TIME);
    static final SourceField FIRST_SWITCHED = T.field(UTC_TIME, "FIRST_SWITCHED", "first_switched", "22")
            .zeroIsAbsent()
            .note("nProbe and Logstash: since 1970")
            .fills(START_TIME);
    static final SourceField START_UPTIME = T.count("flowStartSysUpTime")
            .spelt(ElementNames.withoutNumber("flowStartSysUpTime", 22))
            .note("milliseconds since the exporter started; that moment has to be known")
            .fills();
    static final SourceField END_NS = T.field(UTC_TIME, "flowEndNanoseconds")
            .spelt(ElementNames.of("flowEndNanoseconds", 157))
            .zeroIsAbsent()
            .fills(END_TIME);
    static final SourceField END_US = T.field(UTC_TIME, "flowEndMicroseconds", "FLOW_END_MICROSECONDS")
            .spelt(ElementNames.with(ElementNames.of("flowEndMicroseconds", 155), "FLOW_END_MICROSECONDS"))
            .zeroIsAbsent()
            .fills(END_TIME);
    static final SourceField END_MS = T.field(UTC_TIME, "flowEndMilliseconds", "FLOW_END_MILLISECONDS")
            .spelt(ElementNames.with(ElementNames.of("flowEndMilliseconds", 153), "FLOW_END_MILLISECONDS"))
            .zeroIsAbsent()
            .fills(END_TIME);
    static final SourceField END_S = T.field(UTC_TIME, "flowEndSeconds", "FLOW_END_SEC")
            .spelt(ElementNames.with(ElementNames.of("flowEndSeconds", 151), "FLOW_END_SEC"))
            .zeroIsAbsent()
            .fills(END_TIME);
    static final SourceField LAST_SWITCHED = T.field(UTC_TIME, "LAST_SWITCHED", "last_switched", "21")
            .zeroIsAbsent()
            .note("nProbe and Logstash: since 1970")
            .fills(END_TIME);
    static final SourceField END_UPTIME = T.count("flowEndSysUpTime")
            .spelt(ElementNames.withoutNumber("flowEndSysUpTime", 21))
            .note("milliseconds since the exporter started")
            .fills();
    static final SourceField DURATION_MS = T.field(
                    DURATION_MILLISECONDS, "flowDurationMilliseconds", "FLOW_DURATION_MILLISECONDS")
            .spelt(ElementNames.with(ElementNames.of("flowDurationMilliseconds", 161), "FLOW_DURATION_MILLISECONDS"))
            .fills(END_TIME);
    static final SourceField DURATION_US = T.field(
                    DURATION_MICROSECONDS, "flowDurationMicroseconds", "FLOW_DURATION_MICROSECONDS")
            .spelt(ElementNames.with(ElementNames.of("flowDurationMicroseconds", 162), "FLOW_DURATION_MICROSECONDS"))
            .fills(END_TIME);
    static final SourceField EXPORTER_START = T.field(UTC_TIME, "systemInitTimeMilliseconds")
            .spelt(ElementNames.of("systemInitTimeMilliseconds", 160))
            .zeroIsAbsent()
            .note("when the exporter started")
            .fills();
    static final SourceField EXPORTER_UPTIME = T.count("exporter.uptime_millis")
            .zeroIsAbsent()
            .note("Filebeat: with the time of export it tells when the exporter started")
            .fills();
    static final SourceField EXPORTED = T.field(UTC_TIME, "exporter.timestamp", "@timestamp")
            .zeroIsAbsent()
            .note("time of export: the end of a flow that has no time of its own")
            .fills();
    static final SourceField EXPORTER_IPV4 = T.text("exporterIPv4Address", "EXPORTER_IPV4_ADDRESS")
            .spelt(ElementNames.with(ElementNames.of("exporterIPv4Address", 130), "EXPORTER_IPV4_ADDRESS"))
            .fills(OBSERVER);
    static final SourceField EXPORTER_IPV6 = T.text("exporterIPv6Address", "EXPORTER_IPV6_ADDRESS")
            .spelt(ElementNames.with(ElementNames.of("exporterIPv6Address", 131), "EXPORTER_IPV6_ADDRESS"))
            .fills(OBSERVER);
    static final SourceField EXPORTER =
            T.text("exporter.address").note("Filebeat; its port is left out").fills(OBSERVER);
    static final SourceField PROBE = T.text("NPROBE_IPV4_ADDRESS").fills(OBSERVER);
    static final SourceField HOST =
            T.text("host").note("Logstash: who sent the flow").fills(OBSERVER);
    static final SourceField SAMPLING = T.count("samplingInterval", "SAMPLING_INTERVAL")
            .spelt(ElementNames.with(ElementNames.of("samplingInterval", 34), "SAMPLING_INTERVAL"))
            .zeroIsAbsent()
            .fills(SAMPLING_RATE);
    static final SourceField RANDOM_SAMPLING = T.count("samplerRandomInterval")
            .spelt(ElementNames.of("samplerRandomInterval", 50))
            .zeroIsAbsent()
            .fills(SAMPLING_RATE);
    static final SourceField SAMPLED = T.count("samplingPacketInterval")
            .spelt(ElementNames.of("samplingPacketInterval", 305))
            .zeroIsAbsent()
            .note("packets in a row that are looked at")
            .fills(ATTRIBUTES);
    static final SourceField NOT_SAMPLED = T.count("samplingPacketSpace")
            .spelt(ElementNames.of("samplingPacketSpace", 306))
            .note("packets in a row that are not: the rate is both over samplingPacketInterval")
            .fills(ATTRIBUTES);

    static final List<SourceField> STARTS = List.of(START_NS, START_US, START_MS, START_S, FIRST_SWITCHED);
    static final List<SourceField> ENDS = List.of(END_NS, END_US, END_MS, END_S, LAST_SWITCHED);
    static final List<SourceField> EXPORTERS = List.of(EXPORTER_IPV4, EXPORTER_IPV6, EXPORTER, PROBE, HOST);

    /** Logstash and Filebeat put the fields into an object netflow, super_mediator into one of the name flows. */
    static final FieldTable TABLE =
            T.transparent("netflow").transparent("flows").withoutEmpty().build();

    private IpfixElements() {}
}
