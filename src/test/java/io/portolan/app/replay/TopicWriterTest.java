package io.portolan.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.broker.LocalBroker;
import io.portolan.app.broker.TestCluster;
import io.portolan.app.config.PortolanConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What keeps a record from being written, told with its place and a way out. */
@Timeout(60)
class TopicWriterTest {
    private static final byte[] SMALL = {'x'};

    @Test
    void aBrokerThatGoesAwayIsToldAndWhatItTookIsCounted() throws Exception {
        LocalBroker broker = LocalBroker.start();
        String topic = new TestCluster(broker.bootstrapServers(), 1).createTopic("flows", 1);
        Map<String, String> impatient = Map.of(
                "kafka.producer.delivery.timeout.ms", "1500",
                "kafka.producer.request.timeout.ms", "1000",
                "kafka.producer.max.block.ms", "1500");
        try (broker;
                TopicWriter writer = new TopicWriter(config(broker, impatient), topic)) {
            writer.write(SMALL, new Place("conn.log", 1));
            writer.write(SMALL, new Place("conn.log", 2));
            writer.awaitAll();
            broker.close();

            writer.write(SMALL, new Place("conn.log", 3));

            assertThatThrownBy(writer::awaitAll)
                    .isInstanceOf(KafkaException.class)
                    .hasMessageStartingWith("conn.log, record 3, cannot be written to topic " + topic + ": ")
                    .hasMessageEndingWith("; check that Kafka still runs at " + broker.bootstrapServers());
            assertThatThrownBy(() -> writer.write(SMALL, new Place("conn.log", 4)))
                    .hasMessageStartingWith("conn.log, record 3, ");
            assertThat(writer.acknowledged()).isEqualTo(2);
        }
    }

    @Test
    void aRecordThatIsTooLargeIsToldWithTheSettingsThatDecide() throws Exception {
        try (LocalBroker broker = LocalBroker.start()) {
            String topic = new TestCluster(broker.bootstrapServers(), 1).createTopic("flows", 1);
            try (TopicWriter writer = new TopicWriter(config(broker, Map.of()), topic)) {
                writer.write(SMALL, new Place("conn.log", 1));
                writer.write(new byte[9_000_000], new Place("conn.log", 2));

                assertThatThrownBy(writer::awaitAll)
                        .hasMessageStartingWith("conn.log, record 2, cannot be written to topic " + topic + ": ")
                        .hasMessageEndingWith(
                                "; raise kafka.producer.max.request.size, and max.message.bytes of the topic");
                assertThat(writer.acknowledged()).isEqualTo(1);
            }
        }
    }

    @Test
    void afterAStopNothingIsTakenAndNothingIsLost() throws Exception {
        try (LocalBroker broker = LocalBroker.start()) {
            String topic = new TestCluster(broker.bootstrapServers(), 1).createTopic("flows", 1);
            // So long a wait for company that only the stop can have sent it.
            Map<String, String> slow =
                    Map.of("kafka.producer.linger.ms", "50000", "kafka.producer.request.timeout.ms", "30000");
            try (TopicWriter writer = new TopicWriter(config(broker, slow), topic)) {
                writer.write(SMALL, new Place("conn.log", 1));

                writer.stop();
                writer.write(SMALL, new Place("conn.log", 2));
                writer.awaitAll();

                assertThat(writer.acknowledged()).isEqualTo(1);
            }
        }
    }

    private static PortolanConfig config(LocalBroker broker, Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(more);
        keys.put("kafka.bootstrap.servers", broker.bootstrapServers());
        return new PortolanConfig(keys);
    }
}
