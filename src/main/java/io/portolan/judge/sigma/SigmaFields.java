package io.portolan.judge.sigma;

import static io.portolan.judge.sigma.FieldKind.ADDRESS;
import static io.portolan.judge.sigma.FieldKind.FLAG;
import static io.portolan.judge.sigma.FieldKind.NUMBER;
import static io.portolan.judge.sigma.FieldKind.PORT;
import static io.portolan.judge.sigma.FieldKind.TEXT;
import static io.portolan.schema.Side.DESTINATION;
import static io.portolan.schema.Side.SOURCE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All fields, by the taxonomy that they come from. The names of Sigma's own are those of its taxonomy appendix (version
 * 2.1), of Sysmon's event 3 and of Zeek's {@code Conn::Info}; docs/rules.md shows this table.
 */
public final class SigmaFields {
    /** Before the name of an attribute of the flow. */
    static final String ATTRIBUTES = "attributes.";

    private static final List<SigmaField> FIREWALL = List.of(
            field("src_ip", ADDRESS, "address of the source", s -> s.address(SOURCE)),
            field("src_port", PORT, "port of the source", s -> s.port(SOURCE)),
            field("dst_ip", ADDRESS, "address of the destination", s -> s.address(DESTINATION)),
            field("dst_port", PORT, "port of the destination", s -> s.port(DESTINATION)));

    private static final List<SigmaField> NETWORK_CONNECTION = List.of(
            field("SourceIp", ADDRESS, "as `src_ip`", s -> s.address(SOURCE)),
            field("SourcePort", PORT, "as `src_port`", s -> s.port(SOURCE)),
            field("SourcePortName", TEXT, "as `src.names`", s -> PortFields.names(s, SOURCE)),
            field("SourceIsIpv6", FLAG, "whether the flow is IPv6", RecordFields::isIpv6),
            field("DestinationIp", ADDRESS, "as `dst_ip`", s -> s.address(DESTINATION)),
            field("DestinationPort", PORT, "as `dst_port`", s -> s.port(DESTINATION)),
            field("DestinationPortName", TEXT, "as `dst.names`", s -> PortFields.names(s, DESTINATION)),
            field("DestinationIsIpv6", FLAG, "whether the flow is IPv6", RecordFields::isIpv6),
            PortFields.transport("Protocol"),
            field("Initiated", FLAG, "whether the source opened, as the sensor states it", RecordFields::initiated));

    private static final List<SigmaField> CONNECTION = List.of(
            field("source.ip", ADDRESS, "as `src_ip`", s -> s.address(SOURCE)),
            field("source.port", PORT, "as `src_port`", s -> s.port(SOURCE)),
            field("source.bytes", NUMBER, "bytes that the source sent", s -> s.bytes(SOURCE)),
            field("source.packets", NUMBER, "packets that the source sent", s -> s.packets(SOURCE)),
            field("destination.ip", ADDRESS, "as `dst_ip`", s -> s.address(DESTINATION)),
            field("destination.port", PORT, "as `dst_port`", s -> s.port(DESTINATION)),
            field("destination.bytes", NUMBER, "bytes that the destination sent", s -> s.bytes(DESTINATION)),
            field("destination.packets", NUMBER, "packets that the destination sent", s -> s.packets(DESTINATION)),
            PortFields.transport("network.transport"),
            SigmaField.symbol("network.type", Stream.of("ipv4", "ipv6"), "version of IP", RecordFields::ipVersion),
            field("event.duration", NUMBER, "from first to last packet, in seconds", RecordFields::duration));

    private static final Map<String, List<SigmaField>> GROUPS = groups();
    private static final Map<String, SigmaField> BY_NAME =
            GROUPS.values().stream().flatMap(List::stream).collect(Collectors.toMap(SigmaField::name, f -> f));

    private SigmaFields() {}

    /** The fields by the logsource or purpose that they are for, in the order of the docs. */
    public static Map<String, List<SigmaField>> all() {
        return GROUPS;
    }

    /** The field of a name; every name that begins with {@code attributes.} is one. */
    static Optional<SigmaField> find(String name) {
        if (name.startsWith(ATTRIBUTES) && name.length() > ATTRIBUTES.length()) {
            return Optional.of(RecordFields.attribute(name, name.substring(ATTRIBUTES.length())));
        }
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** What is wrong with a name that is no field, and which was meant. */
    static String unknown(String name) {
        return "unknown field \"" + name + "\""
                + Nearest.to(name, BY_NAME.keySet())
                        .map(other -> "; did you mean " + other + "?")
                        .orElse("; docs/rules.md lists all fields, and " + ATTRIBUTES
                                + "<name> is an attribute of the flow");
    }

    private static Map<String, List<SigmaField>> groups() {
        Map<String, List<SigmaField>> groups = new LinkedHashMap<>();
        groups.put("`category: firewall`", FIREWALL);
        groups.put("`category: network_connection`", NETWORK_CONNECTION);
        groups.put("`category: network`, `service: connection`", CONNECTION);
        groups.put("`product: zeek`, `service: conn`", ZeekFields.ALL);
        groups.put("Server and client, under the hypothesis that one side is the server", ServerFields.ALL);
        groups.put("The registry", PortFields.ALL);
        groups.put("The record", RecordFields.ALL);
        groups.put("The judgement", JudgementFields.ALL);
        return groups;
    }

    private static SigmaField field(
            String name, FieldKind kind, String description, Function<Sighting, FieldValue> reader) {
        return SigmaField.of(name, kind, description, reader);
    }
}
