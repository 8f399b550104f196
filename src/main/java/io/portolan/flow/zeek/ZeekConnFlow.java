package io.portolan.flow.zeek;

import io.portolan.flow.Protocols;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceRecord;
import io.portolan.flow.text.Decimals;

/** Makes flows of entries of {@code conn.log}, whose source is the originator. */
final class ZeekConnFlow implements FlowReader {
    static final Reading OTHER_LOG = new Reading.NotAFlow("entry of another Zeek log");

    private final FlowAssembly flows = new FlowAssembly(ZeekConnFormat.NAME, ZeekConnFormat.TABLE);

    @Override
    public Reading read(SourceRecord entry) throws UnreadableFlowException {
        if (isOtherLog(entry.text(ZeekConnFormat.PATH))) {
            return OTHER_LOG;
        }
        int protocol = protocol(entry);
        if (Protocols.isIcmp(protocol) && entry.has(ZeekConnFormat.ORIG_P) && entry.has(ZeekConnFormat.RESP_P)) {
            entry.attribute("icmp.type", Long.toString(entry.number(ZeekConnFormat.ORIG_P)));
            entry.attribute("icmp.code", Long.toString(entry.number(ZeekConnFormat.RESP_P)));
        }
        String state = entry.text(ZeekConnFormat.CONN_STATE);
        ZeekConnHistory seen = ZeekConnHistory.of(entry.text(ZeekConnFormat.HISTORY));
        return flows.of(entry, protocol)
                .tcpFlags(seen.originatorFlags(protocol))
                .initiator(ZeekConnState.initiator(protocol, state, seen))
                .state(ZeekConnState.state(protocol, state, seen))
                .build();
    }

    /** Whether the name of a log, empty if it was not given, is that of another one; conn-long and the like are not. */
    static boolean isOtherLog(String path) {
        return !path.isEmpty() && !path.startsWith("conn");
    }

    private static int protocol(SourceRecord entry) throws UnreadableFlowException {
        if (!entry.has(ZeekConnFormat.TS)) {
            throw new UnreadableFlowException("ts is missing: not an entry of Zeek's conn.log");
        }
        if (ZeekConnFormat.OWN.stream().noneMatch(entry::has)) {
            throw new UnreadableFlowException(
                    "neither conn_state nor a counter of conn.log: an entry of another Zeek log");
        }
        if (entry.has(ZeekConnFormat.IP_PROTO)) {
            return Decimals.small("ip_proto", entry.number(ZeekConnFormat.IP_PROTO));
        }
        String proto = entry.text(ZeekConnFormat.PROTO);
        return switch (proto) {
            case "tcp" -> Protocols.TCP;
            case "udp" -> Protocols.UDP;
            case "icmp" -> entry.text(ZeekConnFormat.ORIG_H).indexOf(':') < 0 ? Protocols.ICMP : Protocols.ICMPV6;
            case "" -> throw new UnreadableFlowException("proto is missing: not an entry of Zeek's conn.log");
            case "unknown_transport" ->
                throw new UnreadableFlowException(
                        "proto is unknown_transport and ip_proto, which would name it, is missing");
            default -> throw UnreadableFlowException.field("proto", proto, "not tcp, udp, icmp or unknown_transport");
        };
    }
}
