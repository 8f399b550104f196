package io.portolan.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalBrokerTest {

    @Test
    void aRestartInTheSameDirectoryKeepsTheRecords(@TempDir Path directory) throws Exception {
        BrokerOptions options = BrokerOptions.defaults().withDirectory(directory);
        try (LocalBroker broker = LocalBroker.start(options)) {
            TestCluster cluster = new TestCluster(broker.bootstrapServers(), 1);
            Records.produce(cluster, cluster.createTopic("flows", 1), "kept");
        }

        try (LocalBroker broker = LocalBroker.start(options)) {
            TestCluster cluster = new TestCluster(broker.bootstrapServers(), 1);

            assertThat(Records.read(cluster, cluster.unique("flows"))).containsExactly("kept");
        }
        assertThat(directory).isNotEmptyDirectory();
    }

    @Test
    void aTemporaryDirectoryGoesWithTheBroker() throws Exception {
        Path directory;
        try (LocalBroker broker = LocalBroker.start()) {
            directory = Path.of(property(broker, "log.dirs"));
            assertThat(directory).isDirectory();
        }

        assertThat(directory).doesNotExist();
    }

    @Test
    void theChosenPortAndPropertiesAreUsed() throws Exception {
        int port = FreePorts.one();
        BrokerOptions options =
                BrokerOptions.defaults().withPort(port).withProperties(Map.of("log.retention.ms", "60000"));

        try (LocalBroker broker = LocalBroker.start(options)) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(property(broker, "log.retention.ms")).isEqualTo("60000");
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerOptions options = BrokerOptions.defaults().withPort(taken.getLocalPort());

            assertThatThrownBy(() -> LocalBroker.start(options))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void aPortOutsideTheRangeIsRefused() {
        assertThatThrownBy(() -> BrokerOptions.defaults().withPort(65_536))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Broker port 65536 is outside 0 to 65535");
    }

    private static String property(LocalBroker broker, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }
}
