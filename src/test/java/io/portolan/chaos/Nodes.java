package io.portolan.chaos;

import io.portolan.app.broker.FreePorts;
import io.portolan.app.job.Brokers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** One broker or three, each in a process of its own. */
final class Nodes implements Brokers {
    private static final String CONTROLLER = "CONTROLLER";
    /** So that a broker that is gone is given up soon. */
    private static final Map<String, String> THREE = Map.of(
            "default.replication.factor", "3",
            "min.insync.replicas", "2",
            "offsets.topic.replication.factor", "3",
            "transaction.state.log.replication.factor", "3",
            "transaction.state.log.min.isr", "2",
            "share.coordinator.state.topic.replication.factor", "3",
            "share.coordinator.state.topic.min.isr", "2",
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            "replica.lag.time.max.ms", "5000");

    private final List<NodeProcess> nodes;

    private Nodes(List<NodeProcess> nodes) {
        this.nodes = nodes;
        nodes.forEach(NodeProcess::awaitReady);
    }

    /** One, with the records in this folder. */
    static Nodes one(Path records, Path log) throws IOException {
        return new Nodes(List.of(new NodeProcess(records, log, FreePorts.one(), Map.of())));
    }

    /** Three that are brokers and controllers, with three replicas of everything. */
    static Nodes three(Path folder) throws Exception {
        String cluster = Uuid.randomUuid().toString();
        List<Integer> ports = FreePorts.several(6);
        List<String> voters = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            voters.add(id + "@127.0.0.1:" + ports.get(id + 2));
        }
        List<NodeProcess> nodes = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            Path records = Files.createDirectories(folder.resolve("broker-" + id));
            format(records, cluster, id);
            nodes.add(new NodeProcess(records, folder, ports.get(id - 1), properties(id, ports.get(id - 1), voters)));
        }
        return new Nodes(nodes);
    }

    /** The one of this number, from 0. */
    NodeProcess node(int number) {
        return nodes.get(number);
    }

    @Override
    public String addresses() {
        return nodes.stream().map(NodeProcess::address).collect(Collectors.joining(","));
    }

    @Override
    public void stop() {
        nodes.forEach(node -> {
            try {
                node.process().stop(60);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public void start() {
        for (NodeProcess node : nodes) {
            try {
                node.begin();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        nodes.forEach(NodeProcess::awaitReady);
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
    }

    private static Map<String, String> properties(int id, int port, List<String> voters) {
        Map<String, String> properties = new HashMap<>(THREE);
        String controller = voters.get(id - 1).substring(2);
        properties.put("node.id", Integer.toString(id));
        properties.put("listeners", "PLAINTEXT://127.0.0.1:%d,%s://%s".formatted(port, CONTROLLER, controller));
        properties.put("controller.quorum.voters", String.join(",", voters));
        return properties;
    }

    private static void format(Path records, String cluster, int id) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(id)
                .setClusterId(cluster)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(records.toString())
                .addDirectory(records.toString())
                .run();
    }
}
