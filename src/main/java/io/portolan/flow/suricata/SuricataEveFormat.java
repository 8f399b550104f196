package io.portolan.flow.suricata;

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
 * The format {@code suricata-eve}.
 *
 * <p>Source: Suricata user guide, "Eve JSON Format", sections "Event type: Flow" and "Event type: Netflow", and the
 * schema {@code etc/schema.json} of Suricata.
 */
public final class SuricataEveFormat {
    static final String NAME = "suricata-eve";

    private static final FieldTable.Builder T = FieldTable.builder();

    static final SourceField EVENT_TYPE = T.text("event_type")
            .note("flow and netflow are flows; other events are passed over")
            .fills();
    static final SourceField FLOW_ID = T.text("flow_id").fills(ATTRIBUTES);
    static final SourceField PROTO = T.text("proto").fills(PROTOCOL);
    static final SourceField SRC_IP = T.text("src_ip").fills(SRC_ADDRESS);
    static final SourceField SRC = T.count("src_port").fills(SRC_PORT);
    static final SourceField DEST_IP = T.text("dest_ip").fills(DST_ADDRESS);
    static final SourceField DEST = T.count("dest_port").fills(DST_PORT);
    static final SourceField STARTED =
            T.field(TIME, "flow.start", "netflow.start").fills(START_TIME);
    static final SourceField ENDED = T.field(TIME, "flow.end", "netflow.end").fills(END_TIME);
    static final SourceField TO_SERVER = T.count("flow.pkts_toserver").fills(PACKETS);
    static final SourceField BYTES_TO_SERVER =
            T.count("flow.bytes_toserver").note("with link-layer headers").fills(BYTES);
    static final SourceField TO_CLIENT = T.count("flow.pkts_toclient").fills(REVERSE_PACKETS);
    static final SourceField BYTES_TO_CLIENT = T.count("flow.bytes_toclient").fills(REVERSE_BYTES);
    static final SourceField ONE_WAY = T.count("netflow.pkts").fills(PACKETS);
    static final SourceField BYTES_ONE_WAY = T.count("netflow.bytes").fills(BYTES);
    static final SourceField FLAGS_TO_SERVER = T.text("tcp.tcp_flags_ts")
            .note("hexadecimal; of the source; a SYN without ACK in it makes the source the initiator")
            .fills(TCP_FLAGS, INITIATOR, STATE);
    static final SourceField FLAGS_TO_CLIENT =
            T.text("tcp.tcp_flags_tc").note("hexadecimal; of the destination").fills(STATE);
    static final SourceField FLAGS = T.text("tcp.tcp_flags")
            .note("hexadecimal; a netflow event has those of its direction here")
            .fills(TCP_FLAGS);
    static final SourceField FLOW_STATE = T.text("flow.state").fills(STATE, ATTRIBUTES);
    static final SourceField HOST =
            T.text("host").note("sensor-name of the configuration").fills(OBSERVER);
    static final SourceField INTERFACE = T.text("in_iface").fills(OBSERVER, ATTRIBUTES);
    static final SourceField TIMESTAMP =
            T.text("timestamp").note("when the event was written").fills();

    /** Each flag on its own again, and what the sides' state machines were in; {@code tcp.state} is kept. */
    private static final FieldTable TABLE = T.ignore("pcap_cnt", "tcp.syn", "tcp.fin", "tcp.rst", "tcp.psh", "tcp.ack")
            .ignore("tcp.urg", "tcp.ecn", "tcp.cwr")
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
                        Set.of("event_type", "timestamp", "src_ip"), Set.of("event_type", "timestamp", "stats"))));
    }
}
