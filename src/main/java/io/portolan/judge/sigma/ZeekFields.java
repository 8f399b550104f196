package io.portolan.judge.sigma;

import static io.portolan.judge.sigma.FieldKind.ADDRESS;
import static io.portolan.judge.sigma.FieldKind.NUMBER;
import static io.portolan.judge.sigma.FieldKind.PORT;
import static io.portolan.judge.sigma.FieldKind.TEXT;
import static io.portolan.schema.Side.DESTINATION;
import static io.portolan.schema.Side.SOURCE;

import java.util.List;

/** The fields of Zeek's conn.log, whose originator is the source of our flows. */
final class ZeekFields {
    static final List<SigmaField> ALL = List.of(
            SigmaField.of("id.orig_h", ADDRESS, "as `src_ip`", s -> s.address(SOURCE)),
            SigmaField.of("id.orig_p", PORT, "as `src_port`", s -> s.port(SOURCE)),
            SigmaField.of("id.resp_h", ADDRESS, "as `dst_ip`", s -> s.address(DESTINATION)),
            SigmaField.of("id.resp_p", PORT, "as `dst_port`", s -> s.port(DESTINATION)),
            PortFields.transport("proto"),
            attribute("conn_state", "state of the connection, as Zeek names it"),
            attribute("history", "what happened, in Zeek's letters"),
            attribute("service", "protocol that Zeek detected"),
            attribute("uid", "Zeek's id of the connection"),
            attribute("local_orig", "T or F, whether Zeek takes the originator for local"),
            attribute("local_resp", "T or F, whether Zeek takes the responder for local"),
            SigmaField.of("duration", NUMBER, "as `event.duration`", RecordFields::duration),
            SigmaField.of("orig_pkts", NUMBER, "as `source.packets`", s -> s.packets(SOURCE)),
            SigmaField.of("orig_ip_bytes", NUMBER, "as `source.bytes`", s -> s.bytes(SOURCE)),
            SigmaField.of("resp_pkts", NUMBER, "as `destination.packets`", s -> s.packets(DESTINATION)),
            SigmaField.of("resp_ip_bytes", NUMBER, "as `destination.bytes`", s -> s.bytes(DESTINATION)));

    private ZeekFields() {}

    private static SigmaField attribute(String name, String description) {
        SigmaField attribute = RecordFields.attribute(name, name);
        return SigmaField.of(name, TEXT, description, attribute.reader());
    }
}
