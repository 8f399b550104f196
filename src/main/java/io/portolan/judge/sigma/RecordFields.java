package io.portolan.judge.sigma;

import static io.portolan.judge.sigma.FieldKind.FLAG;
import static io.portolan.judge.sigma.FieldKind.NUMBER;
import static io.portolan.judge.sigma.FieldKind.TEXT;

import io.portolan.flow.Flow;
import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.util.List;
import java.util.Optional;

/** What the record of a flow says beside ports, addresses and counters of a side. */
final class RecordFields {
    private static final double MILLIS = 1_000;

    static final List<SigmaField> ALL = List.of(
            SigmaField.of(
                    "network.bytes",
                    NUMBER,
                    "bytes both ways, as far as reported",
                    s -> s.flow(flow -> FieldValue.number(flow.bytes() + Math.max(0, (double) flow.reverseBytes())))),
            SigmaField.of(
                    "network.packets",
                    NUMBER,
                    "packets both ways, as far as reported",
                    s -> s.flow(
                            flow -> FieldValue.number(flow.packets() + Math.max(0, (double) flow.reversePackets())))),
            SigmaField.of(
                    "network.iana_number",
                    NUMBER,
                    "IANA protocol number",
                    s -> s.flow(flow -> FieldValue.number(flow.protocol()))),
            SigmaField.symbol(
                    "flow.state",
                    FlowState.class,
                    "how far the conversation got, as the sensor states it",
                    s -> s.flow(flow -> FieldValue.symbol(flow.state()))),
            SigmaField.symbol(
                    "flow.action",
                    Action.class,
                    "what the packet filter did",
                    s -> s.flow(flow -> FieldValue.symbol(flow.action()))),
            SigmaField.symbol(
                    "flow.initiator",
                    Side.class,
                    "who opened, as the sensor states it",
                    s -> s.flow(flow -> FieldValue.symbol(flow.initiator()))),
            SigmaField.of(
                    "flow.tcp_flags",
                    NUMBER,
                    "TCP flags of the source, joined",
                    s -> s.flow(flow -> FieldValue.counter(flow.tcpFlags()))),
            SigmaField.of(
                    "flow.sampling_rate",
                    NUMBER,
                    "one packet of this many was looked at",
                    s -> s.flow(flow -> FieldValue.counter(flow.samplingRate()))),
            SigmaField.of(
                    "flow.duplicate",
                    FLAG,
                    "whether another record reports the same packets",
                    s -> s.flow(flow -> FieldValue.flag(flow.isDuplicate()))),
            SigmaField.of(
                    "source_format",
                    TEXT,
                    "format that the record was read from",
                    s -> s.flow(flow -> FieldValue.text(flow.sourceFormat()))),
            SigmaField.of("observer", TEXT, "who saw the flow", s -> s.flow(flow -> FieldValue.text(flow.observer()))));

    private RecordFields() {}

    static SigmaField attribute(String name, String attribute) {
        return SigmaField.of(
                name,
                TEXT,
                "attribute of the flow",
                s -> s.flow(flow ->
                        FieldValue.text(Optional.ofNullable(flow.attributes().get(attribute)))));
    }

    static FieldValue isIpv6(Sighting sighting) {
        return sighting.flow(flow -> FieldValue.flag(flow.isIpv6()));
    }

    static FieldValue ipVersion(Sighting sighting) {
        return sighting.flow(flow -> FieldValue.text(flow.isIpv6() ? "ipv6" : "ipv4"));
    }

    static FieldValue duration(Sighting sighting) {
        return sighting.flow(flow -> FieldValue.number(duration(flow)));
    }

    static FieldValue initiated(Sighting sighting) {
        return sighting.flow(flow -> flow.initiator() == Side.UNKNOWN
                ? FieldValue.Absent.MISSING
                : FieldValue.flag(flow.initiator() == Side.SOURCE));
    }

    private static double duration(Flow flow) {
        return (flow.endTime() - flow.startTime()) / MILLIS;
    }
}
