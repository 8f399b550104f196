package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.job.Brokers;
import io.portolan.app.job.ClusterHarness;
import io.portolan.app.job.JobProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A topic that is another one under the same name, which Kafka's clients would go on with as if nothing had been. */
@Timeout(300)
class RecreatedTopicTest {
    private static final int RECORDS = 600;

    @TempDir
    private Path folder;

    static Stream<String> topics() {
        Stream<String> all = Stream.of(ClusterHarness.FLOWS, "flow-logs-enriched", "port-sightings");
        return Size.isWhole() ? all : all.limit(1);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void endsTheJobWithItsNameAndTheWayOut(String topic) throws Exception {
        BrokerOptions options = BrokerOptions.defaults().withDirectory(folder.resolve("broker"));
        try (World world = World.on(Brokers.inProcess(options), folder, "zeek-conn");
                Admin admin = Admin.create(world.cluster().config().kafkaClient());
                JobProcess job = world.job("job", Map.of())) {
            world.feeder().feed(new FlowScript(RECORDS), 0, RECORDS);
            world.settle(Duration.ofMinutes(1));

            recreate(admin, topic);

            assertThat(job.awaitEnd(60)).isEqualTo(1);
            assertThat(job.text())
                    .contains("portolan: the job ended: topic " + topic
                            + " was deleted and created again while the job ran")
                    .contains("portolan reset --config FILE");
            Scenario.TOPIC_RECREATED.passed(Map.of("kinds of topics", topics().count()));
        }
    }

    private static void recreate(Admin admin, String topic) throws Exception {
        int partitions = admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
        admin.deleteTopics(List.of(topic)).all().get();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
            return true;
        });
    }
}
