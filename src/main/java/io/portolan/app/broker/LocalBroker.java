package io.portolan.app.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A running single-node KRaft cluster on the loopback interface.
 *
 * <p>It is up when {@link #start} returns, and down when {@link #close} does. Any Kafka client of this machine can use it.
 */
public final class LocalBroker implements AutoCloseable {

    private final DataDirectory directory;
    private final KafkaRaftServer server;
    private final int port;

    private LocalBroker(DataDirectory directory, KafkaRaftServer server, int port) {
        this.directory = directory;
        this.server = server;
        this.port = port;
    }

    /** Starts a broker on a free port with a temporary directory. */
    public static LocalBroker start() {
        return start(BrokerOptions.defaults());
    }

    /**
     * Starts a broker; a directory that an earlier one left keeps its topics and records.
     *
     * @throws KafkaException if the port is taken, the directory belongs to a running broker, or a property is not valid
     * @throws UncheckedIOException if the directory cannot be made
     */
    public static LocalBroker start(BrokerOptions options) {
        DataDirectory directory = DataDirectory.of(options.directory());
        try {
            Ports ports = Ports.free(options.port());
            Properties properties =
                    BrokerProperties.of(directory, ports.client(), ports.controller(), options.properties());
            format(directory);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            start(server);
            return new LocalBroker(directory, server, ports.client());
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Host and port for the client property {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return BrokerProperties.HOST + ":" + port;
    }

    /** Stops the broker in order, so that a kept directory needs no recovery, and deletes a temporary directory. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        directory.close();
    }

    private static void start(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    /** Writes the identity of a new cluster; a directory that has one keeps it. */
    private static void format(DataDirectory directory) {
        if (Files.exists(directory.path().resolve("meta.properties"))) {
            return;
        }
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerProperties.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(directory.path().toString())
                .addDirectory(directory.path().toString());
        try {
            formatter.run();
        } catch (Exception e) {
            throw new KafkaException(
                    "Cannot prepare the broker's data directory %s (%s): it must be writable, and empty or a broker's own"
                            .formatted(directory.path(), e.getMessage()),
                    e);
        }
    }
}
