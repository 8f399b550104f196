package io.portolan.flow.zeek;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Protocols;
import io.portolan.flow.Reading;
import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.json.FlowFields;
import io.portolan.flow.text.Decimals;
import io.portolan.flow.text.Timestamps;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one entry of {@code conn.log}, in any order, and makes the flow of them. */
final class ZeekConnRecord implements FlowFields {
    private static final Reading OTHER_LOG = new Reading.NotAFlow("entry of another Zeek log");
    private static final String TAG = "conn";
    private static final long NONE = Flow.UNKNOWN;
    private static final int MICROS_PER_MILLI = 1_000;

    private final FlowBuilder flow = new FlowBuilder(ZeekConnFormat.NAME);

    private long start;
    private boolean started;
    private String origAddress = "";
    private String respAddress = "";
    private long origPort;
    private long respPort;
    private String proto = "";
    private long ipProto;
    private long duration;
    private long origBytes;
    private long respBytes;
    private String connState = "";
    private String history = "";
    private long origPackets;
    private long origIpBytes;
    private long respPackets;
    private long respIpBytes;
    private String path = "";
    /** Whether a field came that conn.log has and no other log of Zeek's with the same first columns. */
    private boolean ownField;

    ZeekConnRecord() {
        clear();
    }

    @Override
    public void clear() {
        flow.clear();
        start = 0;
        started = false;
        origAddress = "";
        respAddress = "";
        origPort = NONE;
        respPort = NONE;
        proto = "";
        ipProto = NONE;
        duration = 0;
        origBytes = NONE;
        respBytes = NONE;
        connState = "";
        history = "";
        origPackets = NONE;
        origIpBytes = NONE;
        respPackets = NONE;
        respIpBytes = NONE;
        path = "";
        ownField = false;
    }

    @Override
    public void text(String name, String value) throws UnreadableFlowException {
        accept(ZeekConnField.of(name), name, value);
    }

    @Override
    public void number(String name, long value) throws UnreadableFlowException {
        ZeekConnField field = ZeekConnField.of(name);
        if (field == null || !acceptCount(field, value)) {
            accept(field, name, Long.toString(value));
        }
    }

    @Override
    public void list(String name, String values) throws UnreadableFlowException {
        ZeekConnField field = ZeekConnField.of(name);
        if (field != null && field != ZeekConnField.TUNNEL_PARENTS) {
            throw UnreadableFlowException.field(name, '[' + values + ']', "a list and not one value");
        }
        flow.attribute(name, values);
    }

    /** Zeek's Kafka writer puts the entry into an object named after its log ({@code tag_json}). */
    @Override
    public boolean enter(String name) {
        return name.equals(TAG);
    }

    @Override
    public void leave() {}

    @Override
    public void addTo(ReadingBuilder readings) throws UnreadableFlowException {
        readings.add(read());
    }

    /** One field; numbers in text are read if exact. */
    void accept(@Nullable ZeekConnField field, String name, String value) throws UnreadableFlowException {
        if (field == null) {
            flow.attribute(name, value);
            return;
        }
        switch (field) {
            case TS -> {
                start = Timestamps.micros(name, value, 0, value.length());
                started = true;
            }
            case ORIG_H -> origAddress = value;
            case RESP_H -> respAddress = value;
            case PROTO -> proto = value;
            case DURATION -> {
                duration = Decimals.count(name, Decimals.scaled(name, value, 0, value.length(), 6));
                ownField = true;
            }
            case CONN_STATE -> {
                connState = value;
                keep(field, value);
            }
            case HISTORY -> {
                history = value;
                keep(field, value);
            }
            case LOCAL_ORIG, LOCAL_RESP -> keep(field, truth(value));
            case UID, SERVICE, TUNNEL_PARENTS -> flow.attribute(field.label, value);
            case PATH -> path = value;
            case OBSERVER -> flow.observer(value);
            default -> acceptCount(field, Decimals.exact(name, value));
        }
    }

    /** What the collected fields are. */
    Reading read() throws UnreadableFlowException {
        if (!path.isEmpty() && !path.startsWith("conn")) {
            return OTHER_LOG;
        }
        if (!started || origAddress.isEmpty() || respAddress.isEmpty()) {
            throw new UnreadableFlowException((!started ? "ts" : origAddress.isEmpty() ? "id.orig_h" : "id.resp_h")
                    + " is missing: not an entry of Zeek's conn.log");
        }
        if (!ownField) {
            throw new UnreadableFlowException(
                    "neither conn_state nor a counter of conn.log: an entry of another Zeek log");
        }
        return flow();
    }

    private Flow flow() throws UnreadableFlowException {
        int protocol = protocol();
        ZeekConnHistory seen = ZeekConnHistory.of(history);
        putPorts(protocol);
        if (protocol == Protocols.TCP) {
            flow.tcpFlags(seen.originatorFlags());
        }
        flow.protocol(protocol)
                .addresses(origAddress, respAddress)
                .initiator(ZeekConnState.initiator(protocol, connState, seen))
                .state(ZeekConnState.state(protocol, connState, seen))
                .counters(Math.max(origPackets, 0), Math.max(origIpBytes == NONE ? origBytes : origIpBytes, 0))
                .reverseCounters(respPackets, respIpBytes == NONE ? respBytes : respIpBytes)
                .times(Math.floorDiv(start, MICROS_PER_MILLI), Math.floorDiv(start + duration, MICROS_PER_MILLI));
        return flow.build();
    }

    private void putPorts(int protocol) throws UnreadableFlowException {
        boolean icmp = protocol == Protocols.ICMP || protocol == Protocols.ICMPV6;
        if (icmp) {
            if (origPort != NONE && respPort != NONE) {
                flow.attribute("icmp.type", Long.toString(origPort)).attribute("icmp.code", Long.toString(respPort));
            }
        } else if (Protocols.hasPorts(protocol)) {
            if (origPort == NONE || respPort == NONE) {
                throw new UnreadableFlowException((origPort == NONE ? "id.orig_p" : "id.resp_p") + " is missing");
            }
            flow.ports(Decimals.small("id.orig_p", origPort), Decimals.small("id.resp_p", respPort));
        }
    }

    private int protocol() throws UnreadableFlowException {
        if (ipProto != NONE) {
            return Decimals.small("ip_proto", ipProto);
        }
        return switch (proto) {
            case "tcp" -> Protocols.TCP;
            case "udp" -> Protocols.UDP;
            case "icmp" -> origAddress.indexOf(':') < 0 ? Protocols.ICMP : Protocols.ICMPV6;
            case "" -> throw new UnreadableFlowException("proto is missing");
            case "unknown_transport" ->
                throw new UnreadableFlowException(
                        "proto is unknown_transport and ip_proto, which would name it, is missing");
            default -> throw UnreadableFlowException.field("proto", proto, "not tcp, udp, icmp or unknown_transport");
        };
    }

    /** Takes a field that is a count; false if it is none. */
    private boolean acceptCount(ZeekConnField field, long value) throws UnreadableFlowException {
        switch (field) {
            case ORIG_P -> origPort = Decimals.count(field.label, value);
            case RESP_P -> respPort = Decimals.count(field.label, value);
            case IP_PROTO -> ipProto = Decimals.count(field.label, value);
            case ORIG_PKTS -> origPackets = own(field, value);
            case RESP_PKTS -> respPackets = own(field, value);
            case ORIG_IP_BYTES -> origIpBytes = own(field, value);
            case RESP_IP_BYTES -> respIpBytes = own(field, value);
            case ORIG_BYTES -> origBytes = kept(field, value);
            case RESP_BYTES -> respBytes = kept(field, value);
            case MISSED_BYTES -> kept(field, value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private long own(ZeekConnField field, long value) throws UnreadableFlowException {
        ownField = true;
        return Decimals.count(field.label, value);
    }

    private long kept(ZeekConnField field, long value) throws UnreadableFlowException {
        flow.attribute(field.label, Long.toString(value));
        return own(field, value);
    }

    private void keep(ZeekConnField field, String value) {
        ownField = true;
        flow.attribute(field.label, value);
    }

    private static String truth(String value) {
        return switch (value) {
            case "T" -> "true";
            case "F" -> "false";
            default -> value;
        };
    }
}
