package io.portolan.summary;

import io.portolan.schema.PortServer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The records of {@code schemas/port-server.avsc}: their keys. */
public final class Servers {
    private Servers() {}

    /** Key of a record: {@code 192.0.2.10:1274/tcp}. */
    public static String key(PortServer server) {
        return ServerKey.of(server.getAddress(), server.getPort(), server.getTransport());
    }

    static @Nullable ByteBuffer buffer(byte @Nullable [] sketch) {
        return sketch == null ? null : ByteBuffer.wrap(sketch);
    }
}
