package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.job.JavaProcess;
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

/** Brokers in processes of their own are killed, stopped and paused under the job, which goes on by itself. */
@WholeOnly
@Timeout(1_800)
class BrokerFaultTest {
    private static final int RECORDS = 30_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Longer than the session (6 s) and the transaction of a task (10 s) may last. */
    private static final long PAUSE_MS = 16_000;

    private static final int STOPPING_S = 60;

    @TempDir
    private Path folder;

    @Test
    void aBrokerThatIsPausedBeyondSessionAndTransactionCostsNothing() throws Exception {
        FlowScript script = new FlowScript(RECORDS);
        try (Nodes nodes = Nodes.one(folder.resolve("broker"), folder);
                World world = World.on(nodes, folder, "zeek-conn");
                JobProcess job = world.job("job", Map.of())) {
            for (int i = 0; i < 2; i++) {
                CompletableFuture<Void> feeding = feed(world, script, i, 2);
                awaitSomeOutput(world);
                pause(nodes.node(0).process());
                feeding.get(2, TimeUnit.MINUTES);
            }
            end(world, script, job, Scenario.BROKER_PAUSED, Map.of("pauses", 2, "seconds of each", PAUSE_MS / 1000));
        }
    }

    @Test
    void aJobThatWasPausedWhileAnotherTookItsWorkOverWritesNothingTwice() throws Exception {
        FlowScript script = new FlowScript(RECORDS);
        try (Nodes nodes = Nodes.one(folder.resolve("broker"), folder);
                World world = World.on(nodes, folder, "zeek-conn");
                JobProcess paused = world.job("paused", Map.of())) {
            CompletableFuture<Void> feeding = feed(world, script, 0, 2);
            awaitSomeOutput(world);
            try (JobProcess other = world.job("other", Map.of())) {
                paused.java().pause();
                feeding.get(2, TimeUnit.MINUTES);
                world.settle(PATIENCE);
                paused.java().resume();
                world.feeder().feed(script, RECORDS / 2, RECORDS);

                end(world, script, paused, Scenario.JOB_PAUSED, Map.of("instances", 2));
                assertThat(other.stop()).isZero();
            }
        }
    }

    @Test
    void ofThreeBrokersOneIsLostAndLeadersMove() throws Exception {
        eachOfThree(JavaProcess::kill, Scenario.ONE_OF_THREE_BROKERS);
    }

    @Test
    void ofThreeBrokersOneIsStoppedInOrderAndComesBack() throws Exception {
        eachOfThree(process -> process.stop(STOPPING_S), Scenario.BROKERS_RESTARTED);
    }

    private void eachOfThree(Ending ending, Scenario scenario) throws Exception {
        FlowScript script = new FlowScript(RECORDS);
        try (Nodes nodes = Nodes.three(folder);
                World world = World.on(nodes, folder, "zeek-conn");
                JobProcess job = world.job("job", Map.of())) {
            for (int gone = 0; gone < 3; gone++) {
                CompletableFuture<Void> feeding = feed(world, script, gone, 3);
                awaitSomeOutput(world);
                ending.end(nodes.node(gone).process());
                Replicas.awaitLeaders(world, gone + 1);
                feeding.get(2, TimeUnit.MINUTES);
                world.settle(PATIENCE);
                nodes.node(gone).begin();
                nodes.node(gone).awaitReady();
                Replicas.awaitInSync(world, 3);
            }
            end(world, script, job, scenario, Map.of("brokers in turn", 3));
        }
    }

    /** How a broker ends. */
    private interface Ending {
        void end(JavaProcess process) throws Exception;
    }

    /** A part of the script, while the brokers are away as well. */
    private static CompletableFuture<Void> feed(World world, FlowScript script, int part, int parts) {
        int length = RECORDS / parts;
        return CompletableFuture.runAsync(() -> {
            for (int from = part * length; from < (part + 1) * length; from += 500) {
                world.feeder().feed(script, from, Math.min(from + 500, (part + 1) * length));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        });
    }

    private static void awaitSomeOutput(World world) {
        await().atMost(PATIENCE).until(() -> world.output().read(Duration.ofMillis(200)) > 0);
    }

    private static void pause(JavaProcess process) throws Exception {
        process.pause();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
        process.resume();
    }

    private static void end(World world, FlowScript script, JobProcess job, Scenario scenario, Map<String, ?> figures)
            throws Exception {
        world.settle(PATIENCE);
        Undisturbed.awaitStages(world);
        world.feeder().end(script);
        Balance balance = world.settle(PATIENCE);
        world.awaitSums(balance, PATIENCE);
        assertThat(job.stop()).isZero();
        scenario.passed(balance, figures);
    }
}
