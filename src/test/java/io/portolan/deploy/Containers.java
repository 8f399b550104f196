package io.portolan.deploy;

import io.portolan.app.broker.FreePorts;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** A broker and a schema registry in containers of one network. Both keep their ports when they are stopped and started. */
final class Containers implements AutoCloseable {
    /** The broker as other containers have it. */
    static final String INSIDE_BROKERS = "kafka:19092";

    /** The registry as other containers have it. */
    static final String INSIDE_REGISTRY = "http://schema-registry:8080/apis/ccompat/v7";

    final Network network = Network.newNetwork();
    final KafkaContainer kafka = new KafkaContainer(System.getProperty("portolan.kafka.image"))
            .withNetwork(network)
            .withNetworkAliases("kafka")
            .withListener(INSIDE_BROKERS)
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    final GenericContainer<?> registry = new GenericContainer<>(System.getProperty("portolan.apicurio.image"))
            .withNetwork(network)
            .withNetworkAliases("schema-registry")
            .withExposedPorts(8080)
            .withEnv("APICURIO_CCOMPAT_USE_CANONICAL_HASH", "true")
            .withEnv("QUARKUS_OTEL_SDK_DISABLED", "true")
            .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").forPort(8080));
    private final int registryPort;

    Containers() {
        List<Integer> ports = FreePorts.several(2);
        kafka.setPortBindings(List.of(ports.get(0) + ":9092"));
        registryPort = ports.get(1);
        registry.setPortBindings(List.of(registryPort + ":8080"));
    }

    static boolean canRun() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** Its address, also before it is there. */
    String registryUrl() {
        return "http://" + DockerClientFactory.instance().dockerHostIpAddress() + ":" + registryPort
                + "/apis/ccompat/v7";
    }

    void stopBroker() {
        DockerClientFactory.instance()
                .client()
                .stopContainerCmd(kafka.getContainerId())
                .exec();
    }

    void startBroker() {
        DockerClientFactory.instance()
                .client()
                .startContainerCmd(kafka.getContainerId())
                .exec();
    }

    @Override
    public void close() {
        registry.stop();
        kafka.stop();
        network.close();
    }
}
