package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.broker.FreePorts;
import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.job.JobProcess;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryPhase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As many distinct servers on a watched port as nobody has: each has its story and its two alerts, in a small heap. */
@WholeOnly
@Timeout(7_200)
class ManyServersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int AT_ONCE = 5_000;
    private static final long MOST_MEMORY_MB = 1_024;

    @TempDir
    private Path folder;

    private final ServerScript script = new ServerScript(Size.SERVERS.value());
    private long mostHeap;

    @Test
    void eachHasItsStoryAndItsAlertsAndMemoryIsBounded() throws Exception {
        Scrape scrape = new Scrape(FreePorts.one());
        try (Nodes nodes = Nodes.one(folder.resolve("broker"), folder);
                World world = World.on(nodes, folder, "zeek-conn");
                Admin admin = Admin.create(world.cluster().config().kafkaClient());
                JobProcess job = world.job("job", scrape.keys())) {
            await().atMost(PATIENCE).until(() -> job.text().contains("portolan: running"));
            long begin = System.nanoTime();
            feed(world, scrape);
            world.settle(PATIENCE);
            awaitOpen(scrape, admin, script.servers());
            long seen = System.nanoTime();
            Balance balance = end(world);
            awaitOpen(scrape, admin, 0);
            long ended = System.nanoTime();

            assertThat(scrape.sum("portolan_stream_threads_replaced_total", "")).isZero();
            long alerts = alerts(world.cluster().config());
            long peakMb = Procfs.peakMemoryKb(job.process().pid()) >> 10;
            assertThat(peakMb).isLessThan(MOST_MEMORY_MB);
            assertThat(job.stop()).isZero();
            Scenario.MANY_SERVERS.passed(
                    balance,
                    Map.of(
                            "stories open at once",
                            script.servers(),
                            "alerts",
                            alerts,
                            "most MiB of heap",
                            mostHeap,
                            "peak MiB of the process",
                            peakMb,
                            "seconds",
                            Duration.ofNanos(seen - begin).toSeconds(),
                            "seconds until all had ended",
                            Duration.ofNanos(ended - seen).toSeconds()));
        }
    }

    private void feed(World world, Scrape scrape) throws Exception {
        for (int from = 0; from < script.servers(); from += AT_ONCE) {
            for (int i = from; i < Math.min(from + AT_ONCE, script.servers()); i++) {
                world.feeder().send(script.line(i));
            }
            world.feeder().flush();
            world.output().read(Duration.ofMillis(10));
            mostHeap = Math.max(mostHeap, scrape.heapMb());
        }
    }

    /** Writes what ends all stories. */
    private Balance end(World world) {
        for (int i = 0; i < script.partitions(); i++) {
            world.feeder().send(script.last(i));
        }
        world.feeder().flush();
        return world.settle(PATIENCE);
    }

    /** Waits until so many stories are open, and no stage has anything left to read. */
    private void awaitOpen(Scrape scrape, Admin admin, long stories) {
        await().atMost(LONGEST)
                .pollInterval(Duration.ofSeconds(1))
                .during(Duration.ofSeconds(5))
                .until(() -> {
                    mostHeap = Math.max(mostHeap, scrape.heapMb());
                    return Lag.of(admin, "portolan") == 0 && scrape.sum("portolan_stories_open", "") == stories;
                });
    }

    /** How many alerts there are, which have to be a first and a last of each server. */
    private long alerts(PortolanConfig config) {
        Deserializer<Object> avro = config.avro().specific();
        String topic = config.topics().portAlerts().name();
        Map<StoryPhase, BitSet> servers = new EnumMap<>(StoryPhase.class);
        long[] alerts = new long[1];
        CommittedTopic.readAll(config, topic, record -> {
            PortAlert alert = (PortAlert) avro.deserialize(topic, record.value());
            servers.computeIfAbsent(alert.getPhase(), phase -> new BitSet())
                    .set(ServerScript.number(key(record.key())));
            alerts[0]++;
        });
        assertThat(servers).containsOnlyKeys(StoryPhase.OPENED, StoryPhase.CLOSED);
        assertThat(servers.values()).allMatch(each -> each.cardinality() == script.servers());
        assertThat(alerts[0]).isEqualTo(2L * script.servers());
        return alerts[0];
    }

    private static String key(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }
}
