package io.portolan.judge;

import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import java.util.stream.Stream;

/**
 * A piece of evidence for a role, and the weight that it has, strongest first. The weights are ours; docs/detection.md
 * shows this table and is held equal to it by a test.
 */
public enum Evidence {
    SENSOR_STATES(RoleBasis.SENSOR, 95, "the sensor states who opened the conversation"),
    SYN(RoleBasis.TCP_FLAGS, 90, "SYN without ACK: the sender is the client"),
    LONE_SYN_ACK(RoleBasis.TCP_FLAGS, 90, "one packet with SYN and ACK: the sender is the server"),
    AWS_SYN_ACK(
            RoleBasis.TCP_FLAGS,
            90,
            "SYN and ACK in a record of AWS, which notes ACK only with the SYN that it answers: the sender is the server"),
    LONE_REFUSAL(
            RoleBasis.TCP_FLAGS,
            75,
            "one packet with RST and ACK, of AWS with RST, and nothing else: a refusal, and the sender was contacted"),
    NOT_ANSWERED(
            RoleBasis.ANSWERED,
            70,
            "a packet filter rejected it, or the sensor saw an attempt or a refusal: the sender opened"),
    ANSWERED(RoleBasis.ANSWERED, 65, "a sensor of both directions counts the answer as reverse: the sender opened"),
    SYSTEM_PORT(RoleBasis.REGISTRY, 60, "only one port is assigned in the System range: that side is the server"),
    DISPUTED(
            RoleBasis.REGISTRY,
            55,
            "the sender seems to have opened, yet only its own port is assigned in the System range: it is the server, and"
                    + " this a late reply"),
    ASSIGNED_PORT(RoleBasis.REGISTRY, 50, "only one port is assigned: that side is the server"),
    DOCUMENTED_PORT(
            RoleBasis.REGISTRY, 40, "both ports are assigned, one to nothing but a name: the other is the server"),
    LOWER_PORT(RoleBasis.LOWER_PORT, 20, "the side with the lower port is the server; never for UDP"),
    PAIR_REFUSED(
            RoleBasis.PAIR,
            75,
            "of a one-way pair over TCP one side sent SYN-sized packets and the other nothing but bare headers: the former"
                    + " opened and was refused"),
    MANY_CLIENTS(
            RoleBasis.CLIENTS,
            75,
            "five clients or more, or five answered conversations, came from ports at random to the one port: it is the"
                    + " server's");

    private final RoleBasis basis;
    private final int confidence;
    private final String reason;

    Evidence(RoleBasis basis, int confidence, String reason) {
        this.basis = basis;
        this.confidence = confidence;
        this.reason = reason;
    }

    /** The role that this evidence speaks for, with the given side as the server. */
    Role server(Side side) {
        return KnownRoles.ROLES[ordinal()][side.ordinal()];
    }

    /** All roles that there are: every flow has one of them. */
    private static final class KnownRoles {
        private static final Role[][] ROLES = Stream.of(values())
                .map(evidence -> Stream.of(Side.values())
                        .map(side -> new Role(side, evidence.basis, evidence.confidence))
                        .toArray(Role[]::new))
                .toArray(Role[][]::new);
    }

    /** What the evidence is called in an enriched flow. */
    public RoleBasis basis() {
        return basis;
    }

    /** Its weight, 1-100 percent. */
    public int confidence() {
        return confidence;
    }

    /** The evidence in a sentence, for the docs. */
    public String reason() {
        return reason;
    }
}
