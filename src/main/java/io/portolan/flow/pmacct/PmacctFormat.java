package io.portolan.flow.pmacct;

import static io.portolan.flow.field.FlowField.ACTION;
import static io.portolan.flow.field.FlowField.ATTRIBUTES;
import static io.portolan.flow.field.FlowField.BYTES;
import static io.portolan.flow.field.FlowField.DST_ADDRESS;
import static io.portolan.flow.field.FlowField.DST_PORT;
import static io.portolan.flow.field.FlowField.END_TIME;
import static io.portolan.flow.field.FlowField.OBSERVER;
import static io.portolan.flow.field.FlowField.PACKETS;
import static io.portolan.flow.field.FlowField.PROTOCOL;
import static io.portolan.flow.field.FlowField.SAMPLING_RATE;
import static io.portolan.flow.field.FlowField.SRC_ADDRESS;
import static io.portolan.flow.field.FlowField.SRC_PORT;
import static io.portolan.flow.field.FlowField.START_TIME;
import static io.portolan.flow.field.FlowField.TCP_FLAGS;
import static io.portolan.flow.field.ValueKind.LIST;
import static io.portolan.flow.field.ValueKind.UTC_TIME;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.json.JsonFormat;
import io.portolan.flow.json.JsonRecords;
import java.util.List;
import java.util.Set;

/**
 * The format {@code pmacct}.
 *
 * <p>Source: pmacct, {@code src/plugin_cmn_json.c} and {@code plugin_cmn_avro.c} (names and types), {@code
 * compose_timestamp()} of {@code util.c} (times), and CONFIG-KEYS ({@code aggregate}, {@code kafka_output}, {@code
 * timestamps_*}, {@code tcpflags_encode_as_array}, {@code fwd_status_encode_as_string}, {@code print_markers}).
 */
public final class PmacctFormat {
    static final String NAME = "pmacct";

    private static final String ZONE = "with timestamps_since_epoch or timestamps_rfc3339 it is exact;"
            + " otherwise it has no zone and is taken as UTC, so set timestamps_utc";

    private static final FieldTable.Builder T = FieldTable.builder();

    static final SourceField EVENT_TYPE = T.text("event_type")
            .note("absent or purge in a flow; control messages such as purge_init are passed over")
            .fills();
    static final SourceField WRITER = T.text("writer_id").fills(ATTRIBUTES);
    static final SourceField PROTO =
            T.text("ip_proto").note("number or name; aggregate: proto").fills(PROTOCOL);
    static final SourceField SRC_IP =
            T.text("ip_src").note("aggregate: src_host").fills(SRC_ADDRESS);
    static final SourceField SRC =
            T.count("port_src").note("aggregate: src_port").fills(SRC_PORT);
    static final SourceField DST_IP =
            T.text("ip_dst").note("aggregate: dst_host").fills(DST_ADDRESS);
    static final SourceField DST =
            T.count("port_dst").note("aggregate: dst_port").fills(DST_PORT);
    static final SourceField FLAGS = T.field(LIST, "tcp_flags")
            .note("a number, or names in a list; aggregate: tcpflags")
            .fills(TCP_FLAGS);
    static final SourceField STARTED =
            T.field(UTC_TIME, "timestamp_start").zeroIsAbsent().note(ZONE).fills(START_TIME);
    static final SourceField FIRST = T.field(UTC_TIME, "timestamp_min")
            .zeroIsAbsent()
            .note("with nfacctd_stitching")
            .fills(START_TIME);
    static final SourceField BIN = T.field(UTC_TIME, "stamp_inserted")
            .zeroIsAbsent()
            .note("start of the time bin, with kafka_history")
            .fills(START_TIME);
    static final SourceField ENDED =
            T.field(UTC_TIME, "timestamp_end").zeroIsAbsent().fills(END_TIME);
    static final SourceField LAST =
            T.field(UTC_TIME, "timestamp_max").zeroIsAbsent().fills(END_TIME);
    static final SourceField ARRIVED = T.field(UTC_TIME, "timestamp_arrival")
            .zeroIsAbsent()
            .note("when the collector received it")
            .fills(END_TIME);
    static final SourceField BIN_WRITTEN = T.field(UTC_TIME, "stamp_updated")
            .zeroIsAbsent()
            .note("when the time bin was written")
            .fills(END_TIME);
    static final SourceField PACKET_COUNT = T.count("packets").fills(PACKETS);
    static final SourceField BYTE_COUNT = T.count("bytes").fills(BYTES);
    static final SourceField EXPORTER =
            T.text("peer_ip_src").note("aggregate: peer_src_ip").fills(OBSERVER);
    static final SourceField SAMPLING = T.count("sampling_rate")
            .zeroIsAbsent()
            .note("1 where pmacct has multiplied the counters by the rate")
            .fills(SAMPLING_RATE);
    static final SourceField FORWARDING = T.text("fwd_status")
            .note("a number or its words; FORWARDED is ACCEPT, DROPPED by an ACL is REJECT, others say nothing")
            .fills(ACTION, ATTRIBUTES);

    /** pmacct writes 0 for whatever the exporter does not say. */
    private static final FieldTable TABLE =
            T.keep("label", "custom_primitives").withoutEmpty().build();

    static final List<SourceField> TIMES = List.of(STARTED, FIRST, BIN, ENDED, LAST, ARRIVED, BIN_WRITTEN);
    static final List<SourceField> PORTS = List.of(SRC, DST);

    private PmacctFormat() {}

    /** JSON or, by way of a schema registry, Avro. */
    public static FlowFormat format() {
        return new FlowFormat(
                NAME,
                "pmacct (nfacctd, sfacctd, pmacctd): JSON, or Avro with kafka_avro_schema_registry; no control messages",
                JsonFormat.withoutColumns(NAME, () -> new PmacctParser(TABLE)),
                JsonRecords::new,
                TABLE.describe(),
                Recognition.ofJson(List.of(
                        Set.of("ip_src", "ip_dst", "ip_proto"),
                        Set.of("ip_src", "writer_id"),
                        Set.of("event_type", "writer_id"))));
    }
}
