package io.portolan.flow.ipfix;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.ForwardingStatus;
import io.portolan.flow.Protocols;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import io.portolan.flow.text.Decimals;
import io.portolan.schema.Action;
import io.portolan.schema.Side;
import org.jspecify.annotations.Nullable;

/** Makes flows of the elements, of one direction or of both. */
final class IpfixFlow implements FlowReader {
    private static final int REVERSE_INITIATOR = 2;

    private final FlowAssembly flows = new FlowAssembly(IpfixJsonFormat.NAME, IpfixElements.TABLE);

    @Override
    public Reading read(SourceRecord record) throws UnreadableFlowException {
        switch (record.text(IpfixElements.TYPE)) {
            case "ipfix.template", "ipfix.optionsTemplate" -> {
                return new Reading.NotAFlow("IPFIX template");
            }
            case "ipfix.optionsEntry", "netflow_options" -> {
                return new Reading.NotAFlow("IPFIX options record");
            }
            default -> {}
        }
        IpfixTimes.complete(record);
        int protocol = flows.protocol(record);
        FlowBuilder flow = flows.of(record, protocol)
                .addresses(
                        address(record, IpfixElements.SRC_IPV4, IpfixElements.SRC_IPV6),
                        address(record, IpfixElements.DST_IPV4, IpfixElements.DST_IPV6))
                .action(action(record))
                .observer(observer(record));
        if (record.number(IpfixElements.FRAGMENT) > 0) {
            flow.ports(0, 0);
        }
        putSampling(record, flow);
        return putSides(record, protocol, flow).build();
    }

    private static FlowBuilder putSides(SourceRecord record, int protocol, FlowBuilder flow)
            throws UnreadableFlowException {
        ElementFlags flags = protocol == Protocols.TCP ? ElementFlags.of(record) : ElementFlags.NONE;
        Side initiator = initiator(record, flags);
        flow.initiator(initiator).tcpFlags(flags.forward()).state(flags.state(initiator));
        boolean counted = record.has(IpfixElements.PACKETS_DELTA) || record.has(IpfixElements.OCTETS_DELTA);
        if (initiator == Side.DESTINATION && !counted && tellsInitiator(record)) {
            flow.counters(
                            Math.max(record.number(IpfixElements.RESPONDER_PACKETS), 0),
                            Math.max(record.number(IpfixElements.RESPONDER_OCTETS), 0))
                    .reverseCounters(
                            Math.max(record.number(IpfixElements.INITIATOR_PACKETS), Flow.UNKNOWN),
                            Math.max(record.number(IpfixElements.INITIATOR_OCTETS), Flow.UNKNOWN));
        }
        return flow;
    }

    /** RFC 5103 section 6.3; then elements that only one who knows the initiator can fill, then who sent the first SYN. */
    private static Side initiator(SourceRecord record, ElementFlags flags) {
        long direction = record.number(IpfixElements.BIFLOW);
        if (direction == 1) {
            return Side.SOURCE;
        }
        if (direction == REVERSE_INITIATOR) {
            return Side.DESTINATION;
        }
        return tellsInitiator(record) ? Side.SOURCE : flags.opener();
    }

    private static boolean tellsInitiator(SourceRecord record) {
        return record.has(IpfixElements.INITIATOR_OCTETS) || record.has(IpfixElements.INITIATOR_PACKETS);
    }

    /** nProbe's templates may have the addresses of both versions, the one that is not there as zeros. */
    private static String address(SourceRecord record, SourceField ipv4, SourceField ipv6) {
        String first = record.text(ipv4);
        String second = record.text(ipv6);
        return first.isEmpty() || (isNone(first) && !second.isEmpty() && !isNone(second)) ? second : first;
    }

    private static boolean isNone(String address) {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    private static @Nullable String observer(SourceRecord record) {
        for (SourceField exporter : IpfixElements.EXPORTERS) {
            String address = record.text(exporter);
            if (!address.isEmpty() && !isNone(address)) {
                return exporter == IpfixElements.EXPORTER ? withoutPort(address) : address;
            }
        }
        return null;
    }

    private static String withoutPort(String address) {
        int colon = address.lastIndexOf(':');
        if (address.startsWith("[")) {
            return address.substring(1, Math.max(address.indexOf(']'), 1));
        }
        return colon > 0 && address.indexOf(':') == colon ? address.substring(0, colon) : address;
    }

    /** IANA's elements 305 and 306: so many packets in a row are looked at, and so many not. */
    private static void putSampling(SourceRecord record, FlowBuilder flow) throws UnreadableFlowException {
        long sampled = record.number(IpfixElements.SAMPLED);
        long others = record.number(IpfixElements.NOT_SAMPLED);
        if (sampled > 0 && others >= 0 && !record.has(IpfixElements.SAMPLING)) {
            flow.samplingRate(Decimals.small("samplingPacketSpace", others / sampled + 1));
        }
    }

    /** Values of IANA's registry "firewallEvent". */
    private static Action action(SourceRecord record) {
        return switch ((int) Math.min(record.number(IpfixElements.FIREWALL), Integer.MAX_VALUE)) {
            case 1, 2, 5 -> Action.ACCEPT;
            case 3 -> Action.REJECT;
            default -> ForwardingStatus.action(record.number(IpfixElements.FORWARDING));
        };
    }
}
