package io.portolan.app.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.kafka.common.KafkaException;

/**
 * TCP ports of the two listeners. They are tried before the server starts, because the server does not tell which port it
 * bound, and logs and half starts before it finds that it cannot.
 *
 * @param client 1 to 65535
 * @param controller 1 to 65535, another one
 */
record Ports(int client, int controller) {

    /**
     * The client's port as wanted, or any free one for 0, and any free one for the controller; both are held until both are
     * known, so that they are never the same.
     *
     * @throws KafkaException if the wanted port is taken
     */
    static Ports free(int wanted) {
        try (ServerSocket client = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress());
                ServerSocket controller = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Ports(client.getLocalPort(), controller.getLocalPort());
        } catch (IOException e) {
            throw new KafkaException(
                    "The broker cannot listen on %s:%d (%s): choose another port, or 0 for any free one"
                            .formatted(BrokerProperties.HOST, wanted, e.getMessage()),
                    e);
        }
    }
}
