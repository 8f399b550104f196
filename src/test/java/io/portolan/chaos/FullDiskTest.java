package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.job.JobProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker that has no room left ends itself; the others go on, and given room and started again it does too, and so does the job. */
@WholeOnly
@Timeout(1_800)
class FullDiskTest {
    private static final int TIMES = 3;
    private static final int BROKERS = 3;
    private static final int RECORDS = 10_000;
    private static final int AT_ONCE = 500;
    private static final int MEGABYTES = 512;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void ofThreeBrokersOneRunsOutOfDiskAgainAndAgainAndNothingIsLost() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("broker-1"), MEGABYTES);
                Nodes nodes = Nodes.three(folder);
                World world = World.on(nodes, folder, "zeek-conn");
                JobProcess job = world.job("job", Map.of())) {
            FlowScript script = new FlowScript(TIMES * RECORDS);
            for (int i = 0; i < TIMES; i++) {
                CompletableFuture<Void> feeding = feed(world, script, i);
                await().atMost(PATIENCE).until(() -> world.output().read(Duration.ofMillis(200)) > 0);
                runOut(disk, nodes.node(0));
                feeding.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                world.settle(PATIENCE);
                Replicas.awaitInSync(world, BROKERS);
            }
            Balance balance = end(world, script);
            assertThat(job.stop()).isZero();
            Scenario.DISK_FULL.passed(balance, Map.of("times", TIMES));
        }
    }

    private static void runOut(SmallDisk disk, NodeProcess node) throws Exception {
        disk.fill();
        await().atMost(PATIENCE).until(() -> !node.process().process().isAlive());
        disk.clear();
        node.begin();
        node.awaitReady();
    }

    private static Balance end(World world, FlowScript script) {
        Undisturbed.awaitStages(world);
        world.feeder().end(script);
        Balance balance = world.settle(PATIENCE);
        world.awaitSums(balance, PATIENCE);
        return balance;
    }

    /** A part of the script, while the broker is away as well. */
    private static CompletableFuture<Void> feed(World world, FlowScript script, int part) {
        return CompletableFuture.runAsync(() -> {
            for (int from = part * RECORDS; from < (part + 1) * RECORDS; from += AT_ONCE) {
                world.feeder().feed(script, from, from + AT_ONCE);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        });
    }
}
