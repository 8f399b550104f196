package io.portolan.summary;

import io.portolan.schema.PortServer;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that was seen of one server. What the registry says is taken from the part that was seen last. */
public final class ServerSum implements Sum<PortServer> {
    private final Distinct clients;
    private PortServer last;
    private PortServer surest;
    private Instant firstSeen;
    private long flows;
    private long bytes;

    /** Begins with a part, or with a sum that was written. */
    public ServerSum(PortServer first) {
        this.clients = clients(first);
        this.last = first;
        this.surest = first;
        this.firstSeen = first.getFirstSeen();
        this.flows = first.getFlows();
        this.bytes = first.getBytes();
    }

    @Override
    public void add(PortServer part) {
        // The clients first, whose sketch may be none: then nothing has been added yet.
        clients.addAll(clients(part));
        last = part.getLastSeen().isBefore(last.getLastSeen()) ? last : part;
        surest = part.getRoleConfidence() > surest.getRoleConfidence() ? part : surest;
        firstSeen = part.getFirstSeen().isBefore(firstSeen) ? part.getFirstSeen() : firstSeen;
        flows = Sums.add(flows, part.getFlows());
        bytes = Sums.add(bytes, part.getBytes());
    }

    @Override
    public PortServer total() {
        return new PortServer(
                last.getAddress(),
                last.getPort(),
                last.getTransport(),
                last.getRange(),
                last.getStatus(),
                last.getService(),
                last.getDocumentation(),
                surest.getRoleBasis(),
                surest.getRoleConfidence(),
                firstSeen,
                last.getLastSeen(),
                flows,
                bytes,
                clients.count(),
                clients.first(),
                Servers.buffer(clients.sketch()),
                last.getRegistryVersion());
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
