package io.portolan.summary;

import io.portolan.judge.Role;
import io.portolan.label.Label;
import io.portolan.label.RegistryVersion;
import io.portolan.registry.Transport;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What flows have shown of one server since it was taken last. */
final class SeenServer {
    private static final Label NONE = Label.unlisted(PortRange.NONE);
    private static final RegistryVersion NO_VERSION = new RegistryVersion(Optional.empty());

    private final long number;
    private final String address;
    private final int port;
    private final Transport transport;

    private Label label = NONE;
    private Role role = Role.UNTOLD;
    private RegistryVersion version = NO_VERSION;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long flows;
    private long bytes;
    private final Distinct clients = new Distinct();

    /**
     * One of which nothing was seen.
     *
     * @param number by which it is found, the same for the same server
     */
    SeenServer(long number, String address, int port, Transport transport) {
        this.number = number;
        this.address = address;
        this.port = port;
        this.transport = transport;
    }

    long number() {
        return number;
    }

    String address() {
        return address;
    }

    int port() {
        return port;
    }

    Transport transport() {
        return transport;
    }

    boolean is(long itsNumber, String itsAddress, int itsPort, Transport itsTransport) {
        return number == itsNumber && port == itsPort && transport == itsTransport && address.equals(itsAddress);
    }

    /** Adds a flow of it. */
    void add(ServedFlow flow) {
        if (flow.end() >= last) {
            label = flow.label();
            version = flow.version();
        }
        role = flow.role().confidence() > role.confidence() ? flow.role() : role;
        first = Math.min(first, flow.start());
        last = Math.max(last, flow.end());
        flows++;
        bytes = Sums.add(bytes, flow.bytes());
        clients.add(flow.client());
    }

    /** Adds what others have seen of the same server. */
    void add(SeenServer other) {
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
    }

    PortServer taken() {
        return new PortServer(
                address,
                port,
                transport.text(),
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
                version.text().orElse(null));
    }
}
