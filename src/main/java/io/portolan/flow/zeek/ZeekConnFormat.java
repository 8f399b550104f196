package io.portolan.flow.zeek;

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
import static io.portolan.flow.field.ValueKind.DURATION_SECONDS;
import static io.portolan.flow.field.ValueKind.LIST;
import static io.portolan.flow.field.ValueKind.TIME;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.text.LineRecords;
import java.util.List;
import java.util.Set;

/**
 * The format {@code zeek-conn}.
 *
 * <p>Source: record {@code Conn::Info} of Zeek's {@code base/protocols/conn/main.zeek}. Names with dots are Zeek's own;
 * those with underscores are what pipelines make of them for stores that take a dot as a path.
 */
public final class ZeekConnFormat {
    /** What configuration and command line call it. */
    public static final String NAME = "zeek-conn";

    private static final FieldTable.Builder T = FieldTable.builder();

    static final SourceField TS = T.field(TIME, "ts").fills(START_TIME);
    static final SourceField UID = T.text("uid").fills(ATTRIBUTES);
    static final SourceField ORIG_H = T.text("id.orig_h", "id_orig_h").fills(SRC_ADDRESS);
    static final SourceField ORIG_P = T.count("id.orig_p", "id_orig_p")
            .note("of ICMP the type, kept as the attribute icmp.type")
            .fills(SRC_PORT);
    static final SourceField RESP_H = T.text("id.resp_h", "id_resp_h").fills(DST_ADDRESS);
    static final SourceField RESP_P = T.count("id.resp_p", "id_resp_p")
            .note("of ICMP the code, kept as the attribute icmp.code")
            .fills(DST_PORT);
    static final SourceField IP_PROTO =
            T.count("ip_proto").note("before proto, which names four only").fills(PROTOCOL);
    static final SourceField PROTO = T.text("proto").fills(PROTOCOL);
    static final SourceField SERVICE = T.text("service").fills(ATTRIBUTES);
    static final SourceField DURATION =
            T.field(DURATION_SECONDS, "duration").note("after ts").fills(END_TIME);
    static final SourceField ORIG_IP_BYTES = T.count("orig_ip_bytes").fills(BYTES);
    static final SourceField ORIG_BYTES =
            T.count("orig_bytes").note("payload; if there is no orig_ip_bytes").fills(BYTES, ATTRIBUTES);
    static final SourceField RESP_IP_BYTES = T.count("resp_ip_bytes").fills(REVERSE_BYTES);
    static final SourceField RESP_BYTES =
            T.count("resp_bytes").note("payload; if there is no resp_ip_bytes").fills(REVERSE_BYTES, ATTRIBUTES);
    static final SourceField ORIG_PKTS = T.count("orig_pkts").fills(PACKETS);
    static final SourceField RESP_PKTS = T.count("resp_pkts").fills(REVERSE_PACKETS);
    static final SourceField CONN_STATE = T.text("conn_state").fills(STATE, INITIATOR, ATTRIBUTES);
    static final SourceField HISTORY = T.text("history")
            .note("its handshake names the initiator; letters of the originator are its flags")
            .fills(INITIATOR, STATE, TCP_FLAGS, ATTRIBUTES);
    static final SourceField LOCAL_ORIG = T.text("local_orig").fills(ATTRIBUTES);
    static final SourceField LOCAL_RESP = T.text("local_resp").fills(ATTRIBUTES);
    static final SourceField MISSED_BYTES = T.count("missed_bytes").fills(ATTRIBUTES);
    static final SourceField TUNNEL_PARENTS = T.field(LIST, "tunnel_parents").fills(ATTRIBUTES);
    static final SourceField PATH = T.text("_path")
            .note("name of the log; other logs than conn are passed over")
            .fills();
    static final SourceField OBSERVER_NAME = T.text("_node_name", "_system_name", "node")
            .note("as clusters and vendors add it")
            .fills(OBSERVER);

    /** Zeek's Kafka writer puts the entry into an object named after its log ({@code tag_json}). */
    static final FieldTable TABLE = T.transparent("conn").build();

    /** What conn.log has and no other log of Zeek's with the same first columns. */
    static final List<SourceField> OWN = List.of(
            CONN_STATE,
            HISTORY,
            DURATION,
            ORIG_PKTS,
            RESP_PKTS,
            ORIG_IP_BYTES,
            RESP_IP_BYTES,
            ORIG_BYTES,
            RESP_BYTES,
            MISSED_BYTES,
            LOCAL_ORIG,
            LOCAL_RESP);

    private ZeekConnFormat() {}

    /** JSON or TSV, told apart record by record; columns are those of TSV lines and override a {@code #fields} line. */
    public static FlowFormat format() {
        return new FlowFormat(
                NAME,
                "Zeek conn.log: JSON, or tab-separated with #fields or in Zeek's default columns",
                ZeekConnParser::new,
                in -> new LineRecords(in, ZeekConnHeader::after),
                TABLE.describe(),
                new Recognition(List.of(Set.of("id.orig_h"), Set.of("id_orig_h")), ZeekConnHeader::isZeek));
    }
}
