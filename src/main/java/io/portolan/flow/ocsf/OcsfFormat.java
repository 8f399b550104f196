package io.portolan.flow.ocsf;

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
import static io.portolan.flow.field.ValueKind.DURATION_MILLISECONDS;
import static io.portolan.flow.field.ValueKind.TIME;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.json.JsonFormat;
import java.util.List;
import java.util.Set;

/**
 * The format {@code ocsf}: the class Network Activity, 4001, of OCSF 1.0 to 1.6, as Amazon Security Lake and others write
 * it.
 *
 * <p>Source: https://schema.ocsf.io, class {@code network_activity}, objects {@code network_connection_info}, {@code
 * network_traffic} and {@code network_endpoint}, profiles {@code security_control} and {@code datetime}.
 */
public final class OcsfFormat {
    static final String NAME = "ocsf";

    private static final FieldTable.Builder T = FieldTable.builder();

    static final SourceField CLASS = T.count("class_uid")
            .note("4001, Network Activity; other classes are passed over")
            .fills();
    static final SourceField ACTIVITY = T.count("activity_id")
            .note("of TCP: 1 open, 2 close, 3 reset, 4 fail, 5 refuse; 6 traffic tells no state, 7 listen is no flow")
            .fills(STATE, ATTRIBUTES);
    static final SourceField PROTOCOL_NUMBER = T.text("connection_info.protocol_num")
            .note("-1 is no protocol of IP, and no flow")
            .fills(PROTOCOL);
    static final SourceField PROTOCOL_NAME =
            T.text("connection_info.protocol_name").fills(PROTOCOL);
    static final SourceField SRC_IP = T.text("src_endpoint.ip").fills(SRC_ADDRESS);
    static final SourceField SRC = T.count("src_endpoint.port").fills(SRC_PORT);
    static final SourceField DST_IP = T.text("dst_endpoint.ip").fills(DST_ADDRESS);
    static final SourceField DST = T.count("dst_endpoint.port").fills(DST_PORT);
    static final SourceField SIDES_KNOWN = T.text("is_src_dst_assignment_known")
            .note(
                    "only if true the source is taken for the initiator: flow logs write replies with the server as source")
            .fills(INITIATOR);
    static final SourceField FLAGS = T.count("connection_info.tcp_flags").fills(TCP_FLAGS);
    static final SourceField PACKETS_OUT = T.count("traffic.packets_out")
            .note("from source to destination, as the schema defines it")
            .fills(PACKETS);
    static final SourceField ALL_PACKETS = T.count("traffic.packets")
            .note("both directions; of a source that writes one direction a record, that one")
            .fills(PACKETS);
    static final SourceField BYTES_OUT = T.count("traffic.bytes_out")
            .note("from source to destination, as the schema defines it")
            .fills(BYTES);
    static final SourceField ALL_BYTES = T.count("traffic.bytes")
            .note("both directions; of a source that writes one direction a record, that one")
            .fills(BYTES);
    static final SourceField PACKETS_IN =
            T.count("traffic.packets_in").note("from destination to source").fills(REVERSE_PACKETS);
    static final SourceField BYTES_IN =
            T.count("traffic.bytes_in").note("from destination to source").fills(REVERSE_BYTES);
    static final SourceField STARTED = T.field(TIME, "start_time").fills(START_TIME);
    static final SourceField STARTED_TEXT = T.field(TIME, "start_time_dt").fills(START_TIME);
    static final SourceField HAPPENED =
            T.field(TIME, "time").note("where there is no start").fills(START_TIME);
    static final SourceField HAPPENED_TEXT = T.field(TIME, "time_dt").fills(START_TIME);
    static final SourceField ENDED = T.field(TIME, "end_time").fills(END_TIME);
    static final SourceField ENDED_TEXT = T.field(TIME, "end_time_dt").fills(END_TIME);
    static final SourceField LASTED = T.field(DURATION_MILLISECONDS, "duration").fills(END_TIME);
    static final SourceField CONTROL =
            T.count("action_id").note("1 allowed, 2 denied").fills(ACTION, ATTRIBUTES);
    static final SourceField DISPOSITION = T.count("disposition_id")
            .note("where action_id says nothing: 1 allowed; 2 blocked, 6 dropped, 21 reset, 25 rejected")
            .fills(ACTION, STATE, ATTRIBUTES);
    static final SourceField DEVICE_NAME =
            T.text("device.name").note("of the host profile").fills(OBSERVER, ATTRIBUTES);
    static final SourceField DEVICE_HOST = T.text("device.hostname").fills(OBSERVER, ATTRIBUTES);
    static final SourceField DEVICE_ADDRESS = T.text("device.ip").fills(OBSERVER, ATTRIBUTES);
    static final SourceField SRC_INTERFACE = T.text("src_endpoint.interface_uid")
            .note("of cloud flow logs: the interface that was watched")
            .fills(OBSERVER, ATTRIBUTES);
    static final SourceField DST_INTERFACE =
            T.text("dst_endpoint.interface_uid").fills(OBSERVER, ATTRIBUTES);

    /** Left out: what repeats an identifier in words, and what an index of the record repeats. */
    private static final FieldTable TABLE = T.keep("cloud", "cloud.account", "metadata", "metadata.product", "unmapped")
            .ignore("category_uid", "category_name", "class_name", "activity_name", "type_uid", "type_name", "action")
            .ignore("severity", "severity_id", "disposition", "status_id", "raw_data", "timezone_offset")
            .ignore("connection_info.protocol_ver_id", "metadata.profiles")
            .build();

    private OcsfFormat() {}

    /** JSON objects of OCSF. */
    public static FlowFormat format() {
        return JsonFormat.of(
                NAME,
                "OCSF Network Activity (class 4001), also Amazon Security Lake's; other classes are passed over",
                TABLE,
                () -> new OcsfFlow(TABLE),
                Recognition.ofJson(List.of(Set.of("class_uid", "category_uid", "metadata.version"))));
    }
}
