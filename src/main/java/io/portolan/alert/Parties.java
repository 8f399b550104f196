package io.portolan.alert;

import io.portolan.flow.AddressScope;
import io.portolan.flow.Flow;
import io.portolan.judge.Judgement;
import io.portolan.schema.Endpoint;
import io.portolan.schema.Side;

/**
 * Who is who in a flow on a watched port.
 *
 * @param server the server; the side with the watched port if roles cannot be told
 * @param client the other side
 * @param sentByServer bytes from the server, {@link Flow#UNKNOWN} if the sensor does not say
 * @param sentByClient bytes from the client, {@link Flow#UNKNOWN} if the sensor does not say
 */
record Parties(Endpoint server, Endpoint client, long sentByServer, long sentByClient) {

    static Parties of(Flow flow, Judgement judgement) {
        Endpoint src = new Endpoint(flow.srcAddress(), flow.srcPort());
        Endpoint dst = new Endpoint(flow.dstAddress(), flow.dstPort());
        boolean srcServes = judgement.watched() == Side.SOURCE;
        return srcServes
                ? new Parties(src, dst, flow.bytes(), flow.reverseBytes())
                : new Parties(dst, src, flow.reverseBytes(), flow.bytes());
    }

    /** Whether the client is outside of what the server's network can call its own. */
    boolean clientIsOutside() {
        return !AddressScope.isLocal(client.getAddress());
    }

    boolean serverSentMore() {
        return sentByServer != Flow.UNKNOWN && sentByClient != Flow.UNKNOWN && sentByServer > sentByClient;
    }

    /** Bytes in both directions, as far as known. */
    long bytes() {
        return Math.max(0, sentByServer) + Math.max(0, sentByClient);
    }

    /** The server as a key: {@code 192.0.2.10:1274/tcp}, {@code [2001:db8::1]:1274/udp}. */
    String serverKey(String transport) {
        String address = server.getAddress();
        String host = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        return host + ":" + server.getPort() + "/" + transport;
    }
}
