package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.job.Brokers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The job is killed (SIGKILL) at random moments: while it starts, joins its group, restores, reads a backlog, labels, counts and tells
 * stories, and while the port registry is loaded anew. What is committed in the end is that of a run that nobody disturbed.
 */
@Timeout(3_600)
class KillTest {
    private static final int RECORDS_A_KILL = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    static Stream<Arguments> instances() {
        Stream<Arguments> all =
                Stream.of(Arguments.of(2, Scenario.KILLS_OF_TWO), Arguments.of(1, Scenario.KILLS_OF_ONE));
        return Size.isWhole() ? all : all.limit(1);
    }

    @ParameterizedTest
    @MethodSource("instances")
    void nothingIsLostOrDoubledAndAlertsAndSumsAreThoseOfAnUndisturbedRun(int instances, Scenario scenario)
            throws Exception {
        int kills = Size.KILLS.value();
        FlowScript script = new FlowScript(kills * RECORDS_A_KILL);
        Written undisturbed = Undisturbed.run(folder, script);
        BrokerOptions options = BrokerOptions.defaults().withDirectory(folder.resolve("broker"));
        long begin = System.nanoTime();
        try (World world = World.on(Brokers.inProcess(options), folder, "zeek-conn");
                Killer killer = new Killer(world, instances, Size.SEED.value())) {
            killer.killWhileFeeding(script, kills);
            killer.startAll();
            world.settle(PATIENCE);
            Undisturbed.awaitStages(world);
            world.feeder().end(script);
            Balance balance = world.settle(PATIENCE);
            Written written = world.awaitSame(undisturbed, PATIENCE);

            assertThat(written.closed()).as("stories that have ended").isPositive();
            assertThat(written.trafficFlows()).as("flows in the sums").isEqualTo(balance.flows());
            scenario.passed(
                    balance,
                    Map.of(
                            "kills", kills,
                            "of them before the job was running", killer.killedBeforeRunning(),
                            "loads of the registry meanwhile", killer.registryLoads(),
                            "alerts", written.alerts().size(),
                            "seconds", (System.nanoTime() - begin) / 1_000_000_000));
        }
    }
}
