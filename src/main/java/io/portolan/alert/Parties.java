package io.portolan.alert;

import io.portolan.flow.AddressScope;
import io.portolan.flow.Flow;
import io.portolan.schema.Endpoint;
import io.portolan.schema.Side;
import io.portolan.summary.ServerKey;

/**
 * Who is who in a flow on a watched port.
 *
 * @param server the side with the watched port
 * @param client the other side
 * @param sentByServer bytes from the server, {@link Flow#UNKNOWN} if the sensor does not say
 * @param sentByClient bytes from the client, {@link Flow#UNKNOWN} if the sensor does not say
 */
public record Parties(Endpoint server, Endpoint client, long sentByServer, long sentByClient) {

    public static Parties of(Flow flow, Side watched) {
        Endpoint src = new Endpoint(flow.srcAddress(), flow.srcPort());
        Endpoint dst = new Endpoint(flow.dstAddress(), flow.dstPort());
        return watched == Side.SOURCE
                ? new Parties(src, dst, flow.bytes(), flow.reverseBytes())
                : new Parties(dst, src, flow.reverseBytes(), flow.bytes());
    }

    /** Whether one of both has a public address. */
    public boolean oneIsOutside() {
        return !AddressScope.isLocal(client.getAddress()) || !AddressScope.isLocal(server.getAddress());
    }

    /** The server as a key: {@code 192.0.2.10:1274/tcp}, {@code [2001:db8::1]:1274/udp}. */
    public String serverKey(String transport) {
        return serverKey(server.getAddress(), transport);
    }

    /** As {@link #serverKey(String)}, of another address that serves the same port. */
    public String serverKey(String address, String transport) {
        return ServerKey.of(address, server.getPort(), transport);
    }

    /** The client as a scanner of the server's port: {@code scan/192.0.2.10/1274/tcp}. */
    public String scanKey(String transport) {
        return "scan/" + client.getAddress() + "/" + server.getPort() + "/" + transport;
    }
}
