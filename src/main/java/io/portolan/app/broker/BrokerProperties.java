package io.portolan.app.broker;

import java.util.Map;
import java.util.Properties;

/** The configuration of a single node that starts at once and serves a demo or a test. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String HOST = "127.0.0.1";
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String CLIENT_LISTENER = "PLAINTEXT";

    private BrokerProperties() {}

    /** Everything that the server is started with; {@code additional} properties win. */
    static Properties of(DataDirectory directory, int clientPort, int controllerPort, Map<String, String> additional) {
        Properties properties = new Properties();
        properties.putAll(node(directory, clientPort, controllerPort));
        properties.putAll(internalTopics());
        properties.putAll(startup());
        properties.putAll(records());
        properties.putAll(additional);
        return properties;
    }

    private static Map<String, String> node(DataDirectory directory, int clientPort, int controllerPort) {
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", Integer.toString(NODE_ID),
                "log.dirs", directory.path().toString(),
                "listeners",
                        "%s://%s:%d,%s://%s:%d"
                                .formatted(
                                        CLIENT_LISTENER, HOST, clientPort, CONTROLLER_LISTENER, HOST, controllerPort),
                "controller.listener.names", CONTROLLER_LISTENER,
                "controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, HOST, controllerPort));
    }

    /** One node can hold one replica, and a partition each is enough for the few groups and transactions here. */
    private static Map<String, String> internalTopics() {
        return Map.of(
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "2",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    /** A production cluster waits for more members before it assigns partitions; here nobody else comes. */
    private static Map<String, String> startup() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "group.streams.initial.rebalance.delay.ms", "0",
                "auto.create.topics.enable", "false");
    }

    /**
     * A replayed log bears the times of its flows, so records must neither be refused nor deleted for their age, and a
     * topic that asks for another retention still gets it.
     */
    private static Map<String, String> records() {
        return Map.of(
                "log.retention.ms", "-1",
                "log.message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE),
                "log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE),
                "log.segment.bytes", Integer.toString(64 << 20),
                // The default takes 128 MiB of heap; this much maps 600,000 keys, four times a full registry.
                "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    }
}
