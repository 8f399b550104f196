package io.portolan.summary;

import io.portolan.flow.Flow;
import io.portolan.judge.Answer;
import io.portolan.judge.Judgement;
import io.portolan.judge.Role;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.label.RegistryVersion;
import io.portolan.registry.Transport;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortServer;
import io.portolan.schema.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers the servers that answer on forgotten ports until they are taken. A server counts if something that happened says
 * that it is one, and not its port number alone. Not for several threads.
 */
public final class ServerCounter {
    private static final int PRIME = 31;

    private final Map<Endpoint, Seen> servers = new HashMap<>();

    /** Notes the server of a flow, if it is one of those. */
    public void add(LabelledFlow labelled, Judgement judgement) {
        Role role = judgement.role();
        Transport transport = labelled.transport();
        if (transport == null || !role.isTelling() || role.isGuess()) {
            return;
        }
        Flow flow = labelled.flow();
        boolean isSource = role.server() == Side.SOURCE;
        Label label = isSource ? labelled.src() : labelled.dst();
        int port = isSource ? flow.srcPort() : flow.dstPort();
        // No host listens on port 0: it is what sensors write of fragments.
        if (port == 0 || !ForgottenPorts.isOne(label) || flow.isDuplicate() || !Answer.isSeen(flow, role.server())) {
            return;
        }
        String server = isSource ? flow.srcAddress() : flow.dstAddress();
        String client = isSource ? flow.dstAddress() : flow.srcAddress();
        servers.computeIfAbsent(new Endpoint(server, port, transport), endpoint -> new Seen())
                .add(flow, client, label, role, labelled.version());
    }

    /** The servers of these counters since the last call, each once. */
    public static List<PortServer> take(List<ServerCounter> counters) {
        Map<Endpoint, Seen> all = new HashMap<>();
        for (ServerCounter counter : counters) {
            counter.servers.forEach((endpoint, seen) -> all.merge(endpoint, seen, Seen::with));
            counter.servers.clear();
        }
        List<PortServer> taken = new ArrayList<>(all.size());
        all.forEach((endpoint, seen) -> taken.add(seen.at(endpoint)));
        return taken;
    }

    /** Compared and hashed for each flow with such a server, for which what Java derives of a record takes longer. */
    private record Endpoint(String address, int port, Transport transport) {
        @Override
        public int hashCode() {
            return (address.hashCode() * PRIME + port) * PRIME + transport.ordinal();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Endpoint that
                    && port == that.port
                    && transport == that.transport
                    && address.equals(that.address);
        }
    }

    private static final class Seen {
        private static final Label NONE = Label.unlisted(PortRange.NONE);

        private Label label = NONE;
        private Role role = Role.UNTOLD;
        private Optional<String> version = Optional.empty();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long flows;
        private long bytes;
        private final Distinct clients = new Distinct();

        void add(Flow flow, String client, Label said, Role told, RegistryVersion by) {
            if (flow.endTime() >= last) {
                label = said;
                version = by.text();
            }
            role = told.confidence() > role.confidence() ? told : role;
            first = Math.min(first, flow.startTime());
            last = Math.max(last, flow.endTime());
            flows++;
            bytes = Sums.add(bytes, Sums.bytes(flow));
            clients.add(client);
        }

        Seen with(Seen other) {
            if (other.last >= last) {
                label = other.label;
                version = other.version;
            }
            role = other.role.confidence() > role.confidence() ? other.role : role;
            first = Math.min(first, other.first);
            last = Math.max(last, other.last);
            flows += other.flows;
            bytes = Sums.add(bytes, other.bytes);
            clients.addAll(other.clients);
            return this;
        }

        PortServer at(Endpoint endpoint) {
            return new PortServer(
                    endpoint.address,
                    endpoint.port,
                    endpoint.transport.text(),
                    label.range(),
                    label.status(),
                    label.service().orElse(null),
                    label.documentation().orElse(null),
                    role.basis(),
                    role.confidence(),
                    Instant.ofEpochMilli(first),
                    Instant.ofEpochMilli(last),
                    flows,
                    bytes,
                    clients.count(),
                    List.copyOf(clients.first()),
                    Servers.buffer(clients.sketch()),
                    version.orElse(null));
        }
    }
}
