package io.portolan.summary;

import io.portolan.schema.PortServer;
import io.portolan.schema.RoleBasis;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that was seen of one server. What the registry says is taken from the part that was seen last. Of a part that says the same as
 * those before nothing is kept, since what is kept of each would be moved about by the collector for as long as the sum goes on.
 */
public final class ServerSum implements Sum<PortServer> {
    private final Distinct clients;
    private PortServer said;
    private RoleBasis basis;
    private int confidence;
    private long firstSeen;
    private long lastSeen;
    private long flows;
    private long bytes;

    /** Begins with a part, or with a sum that was written. */
    public ServerSum(PortServer first) {
        this.clients = clients(first);
        this.said = first;
        this.basis = first.getRoleBasis();
        this.confidence = first.getRoleConfidence();
        this.firstSeen = first.getFirstSeen().toEpochMilli();
        this.lastSeen = first.getLastSeen().toEpochMilli();
        this.flows = first.getFlows();
        this.bytes = first.getBytes();
    }

    @Override
    public void add(PortServer part) {
        // The clients first, whose sketch may be none: then nothing has been added yet.
        clients.addAll(clients(part));
        long seen = part.getLastSeen().toEpochMilli();
        if (seen >= lastSeen) {
            said = saysTheSame(part) ? said : part;
            lastSeen = seen;
        }
        if (part.getRoleConfidence() > confidence) {
            basis = part.getRoleBasis();
            confidence = part.getRoleConfidence();
        }
        firstSeen = Math.min(firstSeen, part.getFirstSeen().toEpochMilli());
        flows = Sums.add(flows, part.getFlows());
        bytes = Sums.add(bytes, part.getBytes());
    }

    @Override
    public PortServer total() {
        return new PortServer(
                said.getAddress(),
                said.getPort(),
                said.getTransport(),
                said.getRange(),
                said.getStatus(),
                said.getService(),
                said.getDocumentation(),
                basis,
                confidence,
                Instant.ofEpochMilli(firstSeen),
                Instant.ofEpochMilli(lastSeen),
                flows,
                bytes,
                clients.count(),
                clients.first(),
                Servers.buffer(clients.sketch()),
                said.getRegistryVersion());
    }

    private boolean saysTheSame(PortServer part) {
        return part.getStatus() == said.getStatus()
                && part.getDocumentation() == said.getDocumentation()
                && Objects.equals(part.getService(), said.getService())
                && Objects.equals(part.getRegistryVersion(), said.getRegistryVersion());
    }

    private static Distinct clients(PortServer server) {
        return Distinct.of(server.getClientAddresses(), bytes(server.getClientSketch()), server.getClients());
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
