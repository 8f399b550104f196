package io.portolan.alert.document;

import io.portolan.flow.Protocols;
import io.portolan.schema.Endpoint;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.PortAlert;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks with whom.
 *
 * @param protocol IANA protocol number
 * @param source the side that is called the source
 * @param destination the other
 */
public record Conversation(int protocol, Party source, Party destination) {

    /** That of an alert: from the client to the server. */
    public static Conversation of(PortAlert alert) {
        return new Conversation(
                alert.getProtocol(),
                party(alert.getClient(), alert.getBytesFromClient()),
                party(alert.getServer(), alert.getBytesFromServer()));
    }

    /** That of a flow, as it was reported. A source without packets is one that was not counted. */
    public static Conversation of(EnrichedFlow flow) {
        boolean ports = Protocols.hasPorts(flow.getProtocol());
        boolean counted = flow.getPackets() > 0 || flow.getBytes() > 0;
        return new Conversation(
                flow.getProtocol(),
                new Party(
                        flow.getSrcAddress(),
                        ports ? flow.getSrcPort() : null,
                        counted ? flow.getBytes() : null,
                        counted ? flow.getPackets() : null),
                new Party(
                        flow.getDstAddress(),
                        ports ? flow.getDstPort() : null,
                        flow.getReverseBytes(),
                        flow.getReversePackets()));
    }

    private static Party party(Endpoint endpoint, @Nullable Long bytes) {
        return new Party(endpoint.getAddress(), endpoint.getPort(), bytes, null);
    }

    /** The same from the other end. */
    public Conversation reversed() {
        return new Conversation(protocol, destination, source);
    }

    public boolean isIpv6() {
        return source.address().indexOf(':') >= 0;
    }

    /** IANA's keyword of the protocol in lower case, for example {@code tcp} or {@code ipv6-icmp}. */
    public Optional<String> protocolName() {
        return Protocols.keyword(protocol);
    }

    /** Bytes of both sides as far as counted; null if none were. */
    public @Nullable Long bytes() {
        return sum(source.bytes(), destination.bytes());
    }

    /** Packets of both sides as far as counted; null if none were. */
    public @Nullable Long packets() {
        return sum(source.packets(), destination.packets());
    }

    public Optional<String> communityId() {
        return CommunityId.of(protocol, source.address(), portOf(source), destination.address(), portOf(destination));
    }

    private static int portOf(Party party) {
        return party.port() == null ? 0 : party.port();
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
