package io.portolan.alert.document;

import io.portolan.schema.Action;
import io.portolan.schema.Documentation;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.FlowState;
import io.portolan.schema.PortLabel;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Enriched flows of every kind, written by hand. */
public final class SampleFlows {
    private SampleFlows() {}

    /** All of them by name. */
    public static Map<String, EnrichedFlow> all() {
        Map<String, EnrichedFlow> all = new TreeMap<>(Map.of(
                "a session", session(),
                "a reply", reply(),
                "UDP over IPv6, one way", udp6(),
                "roles untold", untold(),
                "ICMP", portless(1),
                "ICMP over IPv6", portless(58),
                "GRE", portless(47),
                "a protocol without a name", portless(253),
                "hostile texts", hostile(),
                "only what has to be there", least()));
        for (FlowState state : FlowState.values()) {
            all.put("state " + state, sessionBuilder().setState(state).build());
        }
        for (Action action : Action.values()) {
            all.put("action " + action, sessionBuilder().setAction(action).build());
        }
        return all;
    }

    public static EnrichedFlow session() {
        return sessionBuilder().build();
    }

    public static EnrichedFlow.Builder sessionBuilder() {
        return leastBuilder()
                .setTcpFlags(27)
                .setInitiator(Side.SOURCE)
                .setAction(Action.ACCEPT)
                .setState(FlowState.CLOSED)
                .setReversePackets(5L)
                .setReverseBytes(2_260L)
                .setObserver("eni-1")
                .setSamplingRate(1)
                .setAttributes(Map.of("uid", "C1"))
                .setDst(label("t1distproc"))
                .setServer(Side.DESTINATION)
                .setRoleBasis(RoleBasis.SENSOR)
                .setRoleConfidence(95)
                .setService("T1DistProc")
                .setVerdict(Verdict.SESSION)
                .setRegistryVersion("2026-09-17");
    }

    /** The other direction of that conversation, as a one-way source reports it. */
    public static EnrichedFlow reply() {
        return leastBuilder()
                .setSrcAddress("192.0.2.10")
                .setDstAddress("198.51.100.7")
                .setSrcPort(1274)
                .setDstPort(51_515)
                .setTcpFlags(18)
                .setPackets(5)
                .setBytes(2_260)
                .setSrc(label("t1distproc"))
                .setDst(unlisted(PortRange.DYNAMIC))
                .setServer(Side.SOURCE)
                .setRoleBasis(RoleBasis.TCP_FLAGS)
                .setRoleConfidence(90)
                .setService("t1distproc")
                .build();
    }

    public static EnrichedFlow untold() {
        return least();
    }

    public static EnrichedFlow udp6() {
        return leastBuilder()
                .setProtocol(17)
                .setSrcAddress("2001:db8:1::7")
                .setDstAddress("2001:db8::10")
                .setServer(Side.DESTINATION)
                .setRoleBasis(RoleBasis.LOWER_PORT)
                .setRoleConfidence(40)
                .build();
    }

    /** A flow of a protocol without ports. */
    public static EnrichedFlow portless(int protocol) {
        return leastBuilder()
                .setProtocol(protocol)
                .setSrcPort(0)
                .setDstPort(0)
                .setSrcAddress(protocol == 58 ? "2001:db8::1" : "192.0.2.1")
                .setDstAddress(protocol == 58 ? "2001:db8::2" : "192.0.2.2")
                .setSrc(unlisted(PortRange.NONE))
                .setDst(unlisted(PortRange.NONE))
                .build();
    }

    public static EnrichedFlow hostile() {
        String text = SampleAlerts.HOSTILE;
        return sessionBuilder()
                .setObserver(text)
                .setSourceFormat(text)
                .setService(text)
                .setDst(label(text))
                .setAttributes(Map.of(text, text, "source.ip", "1.2.3.4", "", ""))
                .build();
    }

    /** A flow whose counters are as large as they get. */
    public static EnrichedFlow largest() {
        return sessionBuilder()
                .setBytes(Long.MAX_VALUE)
                .setReverseBytes(Long.MAX_VALUE)
                .build();
    }

    /** A flow in which all that may be missing is missing. */
    public static EnrichedFlow least() {
        return leastBuilder().build();
    }

    public static EnrichedFlow.Builder leastBuilder() {
        return EnrichedFlow.newBuilder()
                .setProtocol(6)
                .setSrcPort(51_515)
                .setDstPort(1274)
                .setInitiator(Side.UNKNOWN)
                .setAction(Action.UNKNOWN)
                .setState(FlowState.UNKNOWN)
                .setPackets(6)
                .setBytes(412)
                .setSrcAddress("198.51.100.7")
                .setDstAddress("192.0.2.10")
                .setStartTime(Instant.ofEpochMilli(1_700_000_000_500L))
                .setEndTime(Instant.ofEpochMilli(1_700_000_001_750L))
                .setSourceFormat("zeek-conn")
                .setSrc(unlisted(PortRange.DYNAMIC))
                .setDst(unlisted(PortRange.USER))
                .setServer(Side.UNKNOWN)
                .setRoleBasis(RoleBasis.NONE)
                .setRoleConfidence(0)
                .setVerdict(Verdict.NONE);
    }

    private static PortLabel label(String text) {
        return PortLabel.newBuilder()
                .setRange(PortRange.USER)
                .setStatus(PortStatus.ASSIGNED)
                .setService(text)
                .setNames(List.of(text))
                .setDocumentation(Documentation.BARE)
                .build();
    }

    private static PortLabel unlisted(PortRange range) {
        return PortLabel.newBuilder()
                .setRange(range)
                .setStatus(PortStatus.UNLISTED)
                .build();
    }
}
