package io.portolan.summary;

import io.portolan.schema.PortServer;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of {@code schemas/port-server.avsc}: their keys, and how two of one key become one. */
public final class Servers {
    private Servers() {}

    /** Key of a record: {@code 192.0.2.10:1274/tcp}. */
    public static String key(PortServer server) {
        return ServerKey.of(server.getAddress(), server.getPort(), server.getTransport());
    }

    /** The sum of two records of one key. What the registry says is taken from the one that was seen last. */
    public static PortServer sum(PortServer one, PortServer other) {
        PortServer last = other.getLastSeen().isBefore(one.getLastSeen()) ? one : other;
        PortServer surest = other.getRoleConfidence() > one.getRoleConfidence() ? other : one;
        PortServer first = other.getFirstSeen().isBefore(one.getFirstSeen()) ? other : one;
        Distinct clients = clients(one);
        clients.addAll(clients(other));
        byte[] sketch = clients.sketch();
        // Most add nobody new, and the estimate takes longer than all the rest.
        boolean isKnown = sketch != null && ByteBuffer.wrap(sketch).equals(one.getClientSketch());
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
                first.getFirstSeen(),
                last.getLastSeen(),
                Sums.add(one.getFlows(), other.getFlows()),
                Sums.add(one.getBytes(), other.getBytes()),
                isKnown ? one.getClients() : clients.count(),
                List.copyOf(clients.first()),
                buffer(sketch),
                last.getRegistryVersion());
    }

    static @Nullable ByteBuffer buffer(byte @Nullable [] sketch) {
        return sketch == null ? null : ByteBuffer.wrap(sketch);
    }

    private static Distinct clients(PortServer server) {
        ByteBuffer sketch = server.getClientSketch();
        return Distinct.of(server.getClientAddresses(), sketch == null ? null : bytes(sketch));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
