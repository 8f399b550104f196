package io.portolan.app.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller may choose about a {@link LocalBroker}.
 *
 * @param port TCP port of the client listener, 1 to 65535, or 0 for any free one
 * @param directory where the records are kept; it is created if absent and outlives the broker. Empty for a temporary
 *     directory that is deleted with the broker
 * @param properties broker properties, by Kafka's names, that are added to ours or replace them
 */
public record BrokerOptions(int port, Optional<Path> directory, Map<String, String> properties) {

    /** @throws IllegalArgumentException for a port outside 0 to 65535 */
    public BrokerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Broker port " + port + " is outside 0 to 65535");
        }
        properties = Map.copyOf(properties);
    }

    /** A free port, a temporary directory and no further properties. */
    public static BrokerOptions defaults() {
        return new BrokerOptions(0, Optional.empty(), Map.of());
    }

    /** The same with another {@code port}. */
    public BrokerOptions withPort(int port) {
        return new BrokerOptions(port, directory, properties);
    }

    /** The same with the records in {@code directory}. */
    public BrokerOptions withDirectory(Path directory) {
        return new BrokerOptions(port, Optional.of(directory), properties);
    }

    /** The same with other {@code properties}. */
    public BrokerOptions withProperties(Map<String, String> properties) {
        return new BrokerOptions(port, directory, properties);
    }
}
