package io.portolan.app.broker;

/** Starts a broker, uses it as a demo does, and stops it. */
final class QuietBroker {
    private QuietBroker() {}

    public static void main(String[] arguments) throws Exception {
        try (LocalBroker broker = LocalBroker.start()) {
            TestCluster cluster = new TestCluster(broker.bootstrapServers(), 1);
            String topic = cluster.createTopic("flows", 1);
            Records.produce(cluster, topic, "one");
            Records.read(cluster, topic);
        }
    }
}
