package io.portolan.flow.zeek;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code conn.log} that a flow is made of, in Zeek's order of columns.
 *
 * <p>Source: record {@code Conn::Info} of Zeek's {@code base/protocols/conn/main.zeek}. Names with dots are Zeek's own;
 * those with underscores are what pipelines make of them for stores that take a dot as a path.
 */
enum ZeekConnField {
    TS("ts"),
    UID("uid"),
    ORIG_H("id.orig_h"),
    ORIG_P("id.orig_p"),
    RESP_H("id.resp_h"),
    RESP_P("id.resp_p"),
    PROTO("proto"),
    SERVICE("service"),
    DURATION("duration"),
    ORIG_BYTES("orig_bytes"),
    RESP_BYTES("resp_bytes"),
    CONN_STATE("conn_state"),
    LOCAL_ORIG("local_orig"),
    LOCAL_RESP("local_resp"),
    MISSED_BYTES("missed_bytes"),
    HISTORY("history"),
    ORIG_PKTS("orig_pkts"),
    ORIG_IP_BYTES("orig_ip_bytes"),
    RESP_PKTS("resp_pkts"),
    RESP_IP_BYTES("resp_ip_bytes"),
    TUNNEL_PARENTS("tunnel_parents"),
    IP_PROTO("ip_proto"),
    /** Name of the log, of the package json-streaming-logs. */
    PATH("_path"),
    /** Name of the sensor, as clusters and vendors add it. */
    OBSERVER("_node_name");

    /**
     * The columns of a line without header: those that Zeek has written since 2.5. {@code ip_proto} (7.1) is left out,
     * as other versions have columns of other scripts in its place.
     */
    static final List<String> DEFAULT_COLUMNS = Arrays.stream(values())
            .filter(field -> field.compareTo(IP_PROTO) < 0)
            .map(field -> field.label)
            .toList();

    private static final Map<String, ZeekConnField> BY_NAME = byName();

    /** Zeek's own name. */
    final String label;

    ZeekConnField(String label) {
        this.label = label;
    }

    static @Nullable ZeekConnField of(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, ZeekConnField> byName() {
        Map<String, ZeekConnField> map = new HashMap<>();
        for (ZeekConnField field : values()) {
            map.put(field.label, field);
            map.put(field.label.replace('.', '_'), field);
        }
        map.put("_system_name", OBSERVER);
        map.put("node", OBSERVER);
        return Map.copyOf(map);
    }
}
