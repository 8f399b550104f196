package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.Suite;
import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryPhase;
import io.portolan.topology.FlowTopology;
import io.portolan.topology.JobCounters;
import io.portolan.topology.StoreMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two instances, one of which is killed: the other goes on at once, and nothing is lost or doubled. */
@Timeout(300)
class TakeoverTest {
    private static final int SERVERS = 300;
    private static final int PARTITIONS = 3;
    /** At the end of a changelog stand marks of transactions, which are no records. */
    private static final int MARKERS = 10;

    private static final Duration A_WHILE = Duration.ofSeconds(90);

    /** How long a member of a streams group may be silent is for the broker to say. */
    private static final Map<String, String> BROKER = Map.of(
            "group.streams.min.session.timeout.ms", "3000",
            "group.streams.session.timeout.ms", "10000",
            "group.streams.min.heartbeat.interval.ms", "500",
            "group.streams.heartbeat.interval.ms", "1000");

    @TempDir
    private Path folder;

    static Stream<String> protocols() {
        return Suite.of(1, "classic", "streams");
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void anInstanceWithStandbysTakesOverWithoutReadingTheChangelogsAgain(String protocol) throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn", Map.of(), BROKER)) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
            try (JobProcess killed = JobProcess.start(folder, "killed", keys(cluster, protocol, "one"))) {
                cluster.produce(flows(0));
                assertThat(cluster.alerts(SERVERS)).hasSize(SERVERS);
                Restored restored = new Restored();
                PortolanConfig config = new PortolanConfig(keys(cluster, protocol, "two"));
                try (StoreMemory memory = config.storeMemory();
                        KafkaStreams other = start(config, restored, memory)) {
                    await().atMost(A_WHILE).until(() -> holdsAllStories(other));
                    restored.records.set(0);
                    killed.kill();
                    cluster.produce(flows(SERVERS));

                    assertEachOnce(cluster.enriched(2 * SERVERS));
                    assertThat(restored.records)
                            .as("records of changelogs read for the takeover")
                            .hasValueLessThan(SERVERS / 10);
                    cluster.produce(flows(2 * SERVERS));
                    assertThat(cluster.enriched(3 * SERVERS)).hasSize(3 * SERVERS);
                    assertThat(cluster.alerts(SERVERS))
                            .filteredOn(alert -> alert.getPhase() == StoryPhase.OPENED)
                            .as("stories that were known stay known")
                            .extracting(PortAlert::getDedupKey)
                            .doesNotHaveDuplicates()
                            .hasSize(SERVERS);
                }
            }
        }
    }

    /** How many records were read from changelogs before a task could begin. */
    private static final class Restored implements StateRestoreListener {
        private final AtomicLong records = new AtomicLong();

        @Override
        public void onRestoreStart(TopicPartition partition, String store, long from, long to) {}

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long last, long number) {
            records.addAndGet(number);
        }

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long total) {}
    }

    private static KafkaStreams start(PortolanConfig config, StateRestoreListener listener, StoreMemory memory) {
        FlowTopology topology = JobTopology.of(config, config::rules, new JobCounters());
        KafkaStreams streams =
                new KafkaStreams(topology.build(), StreamsSettings.on(config, topology.deadLetterQueue(), memory));
        streams.setGlobalStateRestoreListener(listener);
        streams.start();
        return streams;
    }

    private static boolean holdsAllStories(KafkaStreams streams) {
        var lags = streams.allLocalStorePartitionLags().getOrDefault("stories", Map.of());
        return lags.size() == PARTITIONS
                && lags.values().stream().allMatch(lag -> lag.offsetLag() < MARKERS)
                && streams.state() == KafkaStreams.State.RUNNING;
    }

    private static void assertEachOnce(List<GenericRecord> enriched) {
        assertThat(enriched).hasSize(2 * SERVERS);
        assertThat(enriched.stream()
                        .map(flow -> flow.get("attributes").toString())
                        .distinct())
                .hasSize(2 * SERVERS);
    }

    private Map<String, String> keys(ClusterHarness cluster, String protocol, String name) {
        Map<String, String> keys = new HashMap<>(cluster.keys());
        if (protocol.equals("streams")) {
            keys.keySet().removeAll(Set.of("kafka.session.timeout.ms", "kafka.heartbeat.interval.ms"));
        }
        keys.put("kafka.group.protocol", protocol);
        keys.put("kafka.num.standby.replicas", "1");
        keys.put("kafka.state.dir", folder.resolve(name).toString());
        return keys;
    }

    /** One flow to each server, of a client of its own. */
    private static List<String> flows(int first) {
        return IntStream.range(0, SERVERS)
                .mapToObj(i -> Zeek.tcp(
                        "C" + (first + i),
                        "198.51.100.7",
                        40_000 + first + i,
                        "2001:db8::" + Integer.toHexString(i),
                        1274,
                        "SF",
                        "ShADadFf"))
                .toList();
    }
}
