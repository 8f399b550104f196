package io.portolan.alert.document;

import io.portolan.schema.Documentation;
import io.portolan.schema.Endpoint;
import io.portolan.schema.Factor;
import io.portolan.schema.Hypothesis;
import io.portolan.schema.Level;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import io.portolan.schema.RecordPosition;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.RuleReference;
import io.portolan.schema.StoryKind;
import io.portolan.schema.StoryPhase;
import io.portolan.schema.TriageCommand;
import io.portolan.schema.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Alerts of every kind, written by hand. */
public final class SampleAlerts {
    public static final String HOSTILE =
            "\"},\"portolan\":{\"x\":1}\n\t\u0000\u0007\u202e\u0085\ud83d\ude00\ufffd</script>\\u0022";

    private static final String RULE_ID = "3d0c3f5e-6b8a-4a5f-9f0e-000000001274";

    private SampleAlerts() {}

    /** All of them by name. */
    public static Map<String, PortAlert> all() {
        return Map.ofEntries(
                Map.entry("the first of a session", session()),
                Map.entry("an update of a session", updated()),
                Map.entry("the last of a session", closed()),
                Map.entry("a probe", probe()),
                Map.entry("an uncertain flow", uncertain()),
                Map.entry("a scan", scan()),
                Map.entry("UDP over IPv6", ipv6()),
                Map.entry("SCTP", sctp()),
                Map.entry("only what has to be there", least()),
                Map.entry("hostile texts", hostile()),
                Map.entry("several techniques", techniques()));
    }

    public static PortAlert session() {
        return sessionBuilder().build();
    }

    static PortAlert.Builder sessionBuilder() {
        return leastBuilder()
                .setRule(new RuleReference(
                        RULE_ID,
                        "Port 1274 in use",
                        Level.HIGH,
                        "T1571",
                        List.of("attack.command-and-control", "attack.t1571"),
                        "Nobody should be using port 1274.",
                        List.of("https://attack.mitre.org/techniques/T1571/", "https://www.iana.org/"),
                        List.of("A client's ephemeral port")))
                .setAssignment(assignment("t1distproc"))
                .setFactors(List.of(
                        new Factor("answered", 40, "the server answered"),
                        new Factor("low_role_confidence", -10, "who is the server is less than 90 % sure")))
                .setHypotheses(List.of(
                        new Hypothesis("MALWARE", "A backdoor hides.", List.of("The conversation was answered.")),
                        new Hypothesis("OWN_SERVICE", "The service runs here.", List.of())))
                .setTriage(List.of(new TriageCommand("Linux (ss)", "ss -tulpn 'sport = :1274'")))
                .setOrigin(new RecordPosition("flow-logs", 3, 42L))
                .setObserver("eni-1")
                .setRegistryVersion("2026-09-17")
                .setRaisedAt(Instant.ofEpochMilli(1_700_000_001_750L))
                .setBytesFromServer(2_260L)
                .setBytesFromClient(412L)
                .setClients(List.of("198.51.100.7"))
                .setAllowList("title: known service\n");
    }

    public static PortAlert updated() {
        return updatedBuilder().build();
    }

    private static PortAlert.Builder updatedBuilder() {
        return sessionBuilder()
                .setPhase(StoryPhase.UPDATED)
                .setUpdate(2)
                .setChange("another client")
                .setFlows(7)
                .setSuppressed(5)
                .setDistinctClients(2)
                .setClients(List.of("198.51.100.7", "198.51.100.8"))
                .setLastSeen(Instant.ofEpochMilli(1_700_000_600_000L))
                .setRaisedAt(Instant.ofEpochMilli(1_700_000_600_000L))
                .setPeriod(60_000L);
    }

    public static PortAlert closed() {
        return updatedBuilder()
                .setPhase(StoryPhase.CLOSED)
                .setUpdate(3)
                .setChange("quiet for an hour")
                .setFlows(3_000_000_000L)
                .setRaisedAt(Instant.ofEpochMilli(1_700_004_200_000L))
                .build();
    }

    public static PortAlert probe() {
        return probeBuilder().build();
    }

    private static PortAlert.Builder probeBuilder() {
        return sessionBuilder()
                .setVerdict(Verdict.PROBE)
                .setSeverity(Level.LOW)
                .setBytesFromServer(null)
                .setBytesFromClient(60L);
    }

    public static PortAlert uncertain() {
        return sessionBuilder()
                .setVerdict(Verdict.UNCERTAIN)
                .setSeverity(Level.INFORMATIONAL)
                .setRoleBasis(RoleBasis.NONE)
                .setRoleConfidence(0)
                .build();
    }

    public static PortAlert scan() {
        return probeBuilder()
                .setDedupKey(RULE_ID + "/scan/203.0.113.140/1274/tcp")
                .setStory(StoryKind.SCAN)
                .setTargets(1_000_000)
                .setTargetAddresses(List.of("192.0.2.10", "192.0.2.11", "192.0.2.12"))
                .setClient(new Endpoint("203.0.113.140", 40_000))
                .setClients(List.of("203.0.113.140"))
                .setSeverity(Level.MEDIUM)
                .build();
    }

    public static PortAlert ipv6() {
        return sessionBuilder()
                .setProtocol(17)
                .setServer(new Endpoint("2001:db8::10", 1274))
                .setClient(new Endpoint("2001:db8:1::7", 51_515))
                .setClients(List.of("2001:db8:1::7"))
                .setSeverity(Level.CRITICAL)
                .build();
    }

    private static PortAlert sctp() {
        return sessionBuilder().setProtocol(132).build();
    }

    public static PortAlert techniques() {
        RuleReference rule = new RuleReference(
                RULE_ID,
                "Port 1274 in use",
                Level.HIGH,
                "T1571",
                List.of("attack.t1090.003", "attack.t1571", "attack.t9999", "attack.g0016", "cve.2024-1"),
                null,
                List.of(),
                List.of());
        return sessionBuilder().setRule(rule).build();
    }

    public static PortAlert hostile() {
        return sessionBuilder()
                .setRule(new RuleReference(
                        RULE_ID,
                        HOSTILE,
                        Level.HIGH,
                        null,
                        List.of(HOSTILE),
                        HOSTILE,
                        List.of(HOSTILE),
                        List.of(HOSTILE)))
                .setSummary(HOSTILE)
                .setObserver(HOSTILE)
                .setSourceFormat(HOSTILE)
                .setChange(HOSTILE)
                .setAllowList(HOSTILE)
                .setAssignment(assignment(HOSTILE))
                .build();
    }

    /** An alert in which all that may be missing is missing. */
    public static PortAlert least() {
        return leastBuilder().build();
    }

    private static PortAlert.Builder leastBuilder() {
        return PortAlert.newBuilder()
                .setDedupKey(RULE_ID + "/192.0.2.10:1274/tcp")
                .setRule(new RuleReference(
                        RULE_ID, "Port 1274 in use", Level.HIGH, null, List.of(), null, List.of(), List.of()))
                .setVerdict(Verdict.SESSION)
                .setSeverity(Level.HIGH)
                .setScore(85)
                .setFactors(List.of())
                .setSummary("192.0.2.10 answered 198.51.100.7 on port 1274/tcp.")
                .setProtocol(6)
                .setPort(1274)
                .setServer(new Endpoint("192.0.2.10", 1274))
                .setClient(new Endpoint("198.51.100.7", 51_515))
                .setRoleBasis(RoleBasis.SENSOR)
                .setRoleConfidence(95)
                .setFlows(1)
                .setBytes(2_672)
                .setDistinctClients(1)
                .setFirstSeen(Instant.ofEpochMilli(1_700_000_000_500L))
                .setLastSeen(Instant.ofEpochMilli(1_700_000_001_750L))
                .setHypotheses(List.of())
                .setTriage(List.of())
                .setSourceFormat("zeek-conn")
                .setStory(StoryKind.SERVER)
                .setPhase(StoryPhase.OPENED);
    }

    private static PortAssignment assignment(String text) {
        return PortAssignment.newBuilder()
                .setTransport("tcp")
                .setPort(1274)
                .setStatus(PortStatus.ASSIGNED)
                .setNames(List.of(text))
                .setDescription(text)
                .setDocumentation(Documentation.BARE)
                .setUnauthorizedUse(null)
                .setOrigin(Origin.IANA)
                .setVersion("2026-09-17")
                .build();
    }
}
