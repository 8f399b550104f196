package io.portolan.app.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/** TCP ports of this machine for servers that are told theirs. */
public final class FreePorts {
    private FreePorts() {}

    /** One that is free now. */
    public static int one() {
        return several(1).get(0);
    }

    /** So many that are free now, each another: all are held until the last one is known. */
    public static List<Integer> several(int count) {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            if (count == 1) {
                return List.of(held.getLocalPort());
            }
            return Stream.concat(Stream.of(held.getLocalPort()), several(count - 1).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
