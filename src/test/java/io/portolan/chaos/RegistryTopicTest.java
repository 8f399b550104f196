package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.job.Brokers;
import io.portolan.app.job.JobProcess;
import io.portolan.app.job.Zeek;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The registry topic under a job that labels flows meanwhile: no flow is lost, and none has labels of two loads. */
@Timeout(600)
class RegistryTopicTest {
    private static final String[] WHOLE = {
        "null and null", "old-pilot and old-pilot", "new-pilot and new-pilot", "large and large", "null and large"
    };
    private static final String TOPIC = "port-registry";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ENTRIES = 100_000;
    private static final int BATCH = 300;

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void start() throws Exception {
        BrokerOptions options = BrokerOptions.defaults().withDirectory(folder.resolve("broker"));
        world = World.unlabelled(Brokers.inProcess(options), folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void changesUnderLoadAndNoFlowIsLost() throws Exception {
        Map<String, Integer> pairs = new TreeMap<>();
        int loads = Size.isWhole() ? 20 : 2;
        AtomicBoolean loading = new AtomicBoolean(true);
        try (JobProcess job = world.job("job", Map.of())) {
            CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(loading));
            awaitPair("null and null");
            for (int i = 0; i < loads; i++) {
                String name = i % 2 == 0 ? "old" : "new";
                world.cluster().loadRegistry(name + "-pilot,20000-20199,tcp,Pilot,2024-01-01");
                awaitPair(name + "-pilot and " + name + "-pilot");
            }
            world.cluster().loadRegistry("large,1-" + ENTRIES / 2 + ",,Large,2024-01-01");
            awaitPair("large and large");
            write("tcp/20000", "garbage".getBytes(StandardCharsets.UTF_8));
            awaitPair("null and large");
            takeAllAway();
            awaitLast("null and null");
            loading.set(false);
            feeding.get(1, TimeUnit.MINUTES);

            Balance balance = world.settle(PATIENCE);
            pairs.putAll(pairs());
            assertThat(job.stop()).isZero();
            assertThat(pairs).as("names of both ports of a flow").containsOnlyKeys(WHOLE);
            Scenario.REGISTRY_TOPIC.passed(
                    balance,
                    Map.of(
                            "loads",
                            loads + 1,
                            "entries of the largest",
                            ENTRIES,
                            "lines of the log",
                            job.lines().size()));
        }
    }

    /** Waits until a flow has these names for its two ports. */
    private void awaitPair(String wanted) {
        await().atMost(PATIENCE).until(() -> pairs().containsKey(wanted));
    }

    /** Waits until that is so of the flows that are written by now. */
    private void awaitLast(String wanted) {
        int before = pairs().getOrDefault(wanted, 0);
        await().atMost(PATIENCE).until(() -> pairs().getOrDefault(wanted, 0) > before);
    }

    private void feed(AtomicBoolean on) {
        for (int written = 0; on.get(); written++) {
            String flow = Zeek.tcp("C" + written, "198.51.100.7", 20_000, "192.0.2.10", 20_199, "SF", "ShADadFf");
            world.feeder().send(new Line(written % 6, flow.getBytes(StandardCharsets.UTF_8), 1, 0));
            if (written % BATCH == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        world.feeder().flush();
    }

    /** How many flows have which names for their source's and destination's port. */
    private Map<String, Integer> pairs() {
        Map<String, Integer> pairs = new TreeMap<>();
        Deserializer<Object> avro = world.cluster().config().avro().generic();
        CommittedTopic.read(world.cluster().config(), "flow-logs-enriched", record -> {
            GenericRecord flow = (GenericRecord) avro.deserialize(record.topic(), record.value());
            pairs.merge(service(flow, "src") + " and " + service(flow, "dst"), 1, Integer::sum);
        });
        return pairs;
    }

    private static String service(GenericRecord flow, String side) {
        return String.valueOf(((GenericRecord) flow.get(side)).get("service"));
    }

    private void takeAllAway() {
        Set<String> keys = new HashSet<>();
        CommittedTopic.read(
                world.cluster().config(), TOPIC, record -> keys.add(new String(record.key(), StandardCharsets.UTF_8)));
        keys.forEach(key -> write(key, null));
    }

    private void write(String key, byte @Nullable [] value) {
        world.feeder().raw(new ProducerRecord<>(TOPIC, key.getBytes(StandardCharsets.UTF_8), value));
    }
}
