package io.portolan.flow.suricata;

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
import static io.portolan.flow.field.FlowField.SRC_ADDRESS;
import static io.portolan.flow.field.FlowField.SRC_PORT;
import static io.portolan.flow.field.FlowField.START_TIME;
import static io.portolan.flow.field.FlowField.STATE;
import static io.portolan.flow.field.FlowField.TCP_FLAGS;
import static io.portolan.flow.field.ValueKind.TIME;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.json.JsonFormat;
import java.util.List;
import java.util.Set;

/**
 * The format {@code suricata-eve}: events of Suricata 4 to 8, also as AWS Network Firewall wraps them.
 *
 * <p>Source: Suricata's {@code src/output-json-flow.c} (versions 4, 6 and 8) and {@code src/output-json-netflow.c}
 * (versions 4 and 6), and the index of EVE's fields in its user guide; the sample records of AWS Network Firewall in AWS's
 * mapping of them to OCSF.
 */
public final class SuricataEveFormat {
    static final String NAME = "suricata-eve";

    private static final FieldTable.Builder T = FieldTable.builder();

    static final SourceField EVENT_TYPE = T.text("event_type")
            .note("flow and netflow are flows; other events are passed over")
            .fills();
    static final SourceField TIMESTAMP =
            T.text("timestamp").note("when the event was written").fills();
    static final SourceField FLOW_ID = T.text("flow_id").fills(ATTRIBUTES);
    static final SourceField PROTO = T.text("proto").fills(PROTOCOL);
    static final SourceField SRC_IP = T.text("src_ip")
            .note("the client; in a netflow event, who sent its packets")
            .fills(SRC_ADDRESS, INITIATOR);
    static final SourceField SRC =
            T.count("src_port").note("of TCP, UDP and SCTP only").fills(SRC_PORT);
    static final SourceField DEST_IP = T.text("dest_ip").fills(DST_ADDRESS);
    static final SourceField DEST =
            T.count("dest_port").note("of TCP, UDP and SCTP only").fills(DST_PORT);
    static final SourceField STARTED =
            T.field(TIME, "flow.start", "netflow.start").fills(START_TIME);
    static final SourceField ENDED = T.field(TIME, "flow.end", "netflow.end").fills(END_TIME);
    static final SourceField TO_SERVER = T.count("flow.pkts_toserver")
            .note("with those that bypassed Suricata")
            .fills(PACKETS);
    static final SourceField BYTES_TO_SERVER =
            T.count("flow.bytes_toserver").note("with link-layer headers").fills(BYTES);
    static final SourceField TO_CLIENT =
            T.count("flow.pkts_toclient").note("of UDP: none is an attempt").fills(REVERSE_PACKETS, STATE);
    static final SourceField BYTES_TO_CLIENT = T.count("flow.bytes_toclient").fills(REVERSE_BYTES);
    static final SourceField ONE_WAY = T.count("netflow.pkts")
            .note("a netflow event has one direction; do not let Suricata write both kinds, as each counts all packets")
            .fills(PACKETS);
    static final SourceField BYTES_ONE_WAY = T.count("netflow.bytes").fills(BYTES);
    static final SourceField FLAGS_TO_SERVER = T.text("tcp.tcp_flags_ts")
            .note("hexadecimal; of the source; none at all is a session that Suricata did not track")
            .fills(TCP_FLAGS, INITIATOR, STATE);
    static final SourceField FLAGS_TO_CLIENT = T.text("tcp.tcp_flags_tc")
            .note("hexadecimal; of the destination; without a SYN on either side Suricata guessed the sides")
            .fills(INITIATOR, STATE);
    static final SourceField FLAGS = T.text("tcp.tcp_flags")
            .note("hexadecimal; a netflow event has those of its direction here, a flow event those of both")
            .fills(TCP_FLAGS);
    static final SourceField FLOW_STATE =
            T.text("flow.state").note("where there are no flags").fills(STATE, ATTRIBUTES);
    static final SourceField ACTION_TAKEN = T.text("flow.action")
            .note("drop, pass, or accept of the firewall mode")
            .fills(ACTION, ATTRIBUTES);
    static final SourceField HOST =
            T.text("host").note("sensor-name of the configuration").fills(OBSERVER);
    static final SourceField FIREWALL =
            T.text("firewall_name").note("of AWS Network Firewall").fills(OBSERVER);
    static final SourceField INTERFACE = T.text("in_iface").fills(OBSERVER, ATTRIBUTES);

    /** AWS wraps the event. Left out are the flags one by one, the position in a capture, and what addresses tell. */
    private static final FieldTable TABLE = T.transparent("event")
            .keep("ether", "flow.bypassed", "metadata", "traffic")
            .ignore("tcp.syn", "tcp.fin", "tcp.rst", "tcp.psh", "tcp.ack", "tcp.urg", "tcp.ecn", "tcp.cwr")
            .ignore("pcap_cnt", "ip_v", "event_timestamp")
            .build();

    private SuricataEveFormat() {}

    /** JSON; the events of one flow log are flows, those of other logs are passed over. */
    public static FlowFormat format() {
        return JsonFormat.of(
                NAME,
                "Suricata EVE JSON: flow and netflow events; others are passed over",
                TABLE,
                () -> new SuricataEveFlow(TABLE),
                Recognition.ofJson(List.of(
                        Set.of("event_type", "timestamp", "src_ip"),
                        Set.of("event_type", "timestamp", "stats"),
                        Set.of("event.event_type", "event.timestamp"))));
    }
}
