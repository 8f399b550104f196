package io.portolan.app.bench;

import io.portolan.app.bench.contender.Entrant;
import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.registry.LoadedRegistry;
import io.portolan.app.registry.RegistryLoad;
import io.portolan.app.registry.RegistrySource;
import io.portolan.app.registry.Sources;
import io.portolan.app.schemas.Subjects;
import io.portolan.app.topics.ClusterTopics;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;

/** The broker in a process, a schema registry in this one, and the topics on them. */
final class BenchCluster implements AutoCloseable {
    private static final String BROKER_CLASS = "kafka.server.KafkaRaftServer";

    private final Child broker;
    private final LocalSchemaRegistry schemas;
    private final String brokers;
    private final Conditions conditions;

    private BenchCluster(Child broker, LocalSchemaRegistry schemas, Conditions conditions) {
        this.broker = broker;
        this.schemas = schemas;
        this.conditions = conditions;
        this.brokers = broker.answer();
    }

    /**
     * Starts both.
     *
     * @throws IllegalStateException if this build has no broker
     */
    static BenchCluster start(BenchFolder folder, Children children, Conditions conditions) throws IOException {
        checkBroker();
        String data = folder.path("broker").toString();
        Child broker = children.start(BrokerProcess.class, List.of(data), folder.path("broker.log"));
        LocalSchemaRegistry schemas = LocalSchemaRegistry.start(0);
        try {
            return new BenchCluster(broker, schemas, conditions);
        } catch (RuntimeException e) {
            broker.close();
            schemas.close();
            throw e;
        }
    }

    private static void checkBroker() {
        String broker = "/" + BROKER_CLASS.replace('.', '/') + ".class";
        if (BenchCluster.class.getResource(broker) == null) {
            throw new IllegalStateException(
                    "this build is without the Kafka broker that the comparison runs on, as that of the container image is;"
                            + " run ./portolan bench in a checkout of the sources");
        }
    }

    /** Makes the topics, registers the schemas and publishes the port registry; returns its entries. */
    int prepare() throws IOException {
        PortolanConfig config = config();
        createTopics();
        Subjects subjects = Subjects.of(config);
        subjects.register(subjects.report());
        LoadedRegistry registry = new Sources(config).read(registry());
        try (RegistryLoad load = RegistryLoad.begin(config)) {
            load.publish(load.plan(registry));
        }
        return registry.registry().entries().size();
    }

    private RegistrySource registry() {
        Optional<RegistrySource> file = conditions.registry().map(RegistrySource.File::new);
        return file.orElseGet(RegistrySource.Bundled::new);
    }

    /** The configuration of whoever is no contender. */
    PortolanConfig config() {
        return new PortolanConfig(keys());
    }

    /**
     * The keys of an entrant's configuration, beside those that are the job's defaults.
     *
     * @param state folder of this instance
     */
    Map<String, String> keys(Entrant entrant, String id, Path state) {
        Map<String, String> keys = keys();
        keys.put("kafka.application.id", id);
        keys.put("kafka.state.dir", state.toString());
        conditions.threads().ifPresent(number -> keys.put("kafka.num.stream.threads", Integer.toString(number)));
        keys.putAll(entrant.keys());
        return keys;
    }

    /** Makes the topics of the output, which {@link #deleteOutput} has taken away. */
    void createTopics() {
        try (ClusterTopics topics = ClusterTopics.of(config())) {
            topics.create();
        }
    }

    /** Takes away what a run has written: all topics but those of the input. */
    void deleteOutput() {
        PortolanConfig config = config();
        Set<String> input = Set.of(
                config.topics().flowLogs().name(),
                config.topics().portRegistry().name());
        try (Admin admin = Clusters.admin(config)) {
            Set<String> output =
                    new HashSet<>(Clusters.await(config, admin.listTopics().names()));
            output.removeAll(input);
            Clusters.await(config, admin.deleteTopics(output).all());
            Clusters.awaitShown(() -> left(config, admin, output), "deleted");
        }
    }

    private static Set<String> left(PortolanConfig config, Admin admin, Set<String> output) {
        Set<String> left = new TreeSet<>(output);
        left.retainAll(Clusters.await(config, admin.listTopics().names()));
        return left;
    }

    private Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>(conditions.settings());
        keys.put("kafka.bootstrap.servers", brokers);
        keys.put("schema.registry.url", schemas.url());
        return keys;
    }

    @Override
    public void close() {
        broker.close();
        schemas.close();
    }
}
