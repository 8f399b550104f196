package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.job.JobProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who reads the output slowly, or stops in the middle of it, neither slows the job nor misses anything. */
@WholeOnly
@Timeout(600)
class SlowReaderTest {
    private static final int RATE = 4_000;
    private static final int SECONDS = 60;
    private static final int FRACTION = 20;
    private static final int POLLS_PER_SECOND = 5;
    private static final int A_FEW = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FlowScript script = new FlowScript(RATE * SECONDS);
    private final List<Long> lags = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void theJobGoesOnAtItsRateAndTheSlowReadersGetEverythingOnceInTheEnd() throws Exception {
        try (Nodes nodes = Nodes.one(folder.resolve("broker"), folder);
                World world = World.on(nodes, folder, "zeek-conn");
                Admin admin = Admin.create(world.cluster().config().kafkaClient());
                JobProcess job = world.job("job", Map.of());
                OutputReader slow = reader(world, RATE / FRACTION / POLLS_PER_SECOND);
                OutputReader still = reader(world, A_FEW)) {
            await().atMost(PATIENCE).until(() -> job.text().contains("portolan: running"));
            AtomicInteger slowly = new AtomicInteger();
            Repeated reading = Repeated.each(1_000 / POLLS_PER_SECOND, () -> slowly.addAndGet(slow.poll()));
            Repeated sampling = Repeated.each(1_000, () -> lags.add(Lag.of(admin, "portolan")));
            feed(world, SECONDS / 3);
            int stoodAt = beginAndStop(still);
            feed(world, SECONDS);
            sampling.close();
            Balance balance = world.settle(PATIENCE);
            assertThat(slowly.get()).as("read slowly when the job was done").isLessThan(script.records());
            reading.close();
            assertThat(lastThird()).as("records of lag").isLessThan(3L * RATE);

            assertEven(slow.readUntilSettled(PATIENCE));
            assertEven(still.readUntilSettled(PATIENCE));
            assertThat(job.stop()).isZero();
            Scenario.SLOW_READER.passed(
                    balance,
                    Map.of(
                            "records a second",
                            RATE,
                            "records of lag at most in the last third",
                            lastThird(),
                            "read by the slow one when all was written",
                            slowly.get(),
                            "read by the one that stood still",
                            stoodAt));
        }
    }

    private OutputReader reader(World world, int mostAtOnce) {
        Ledger due = new Ledger();
        for (int i = 0; i < script.records(); i++) {
            Line line = script.line(i);
            due.enter(line.flows(), line.letters());
        }
        return new OutputReader(world.cluster().config(), due, mostAtOnce);
    }

    /** Writes the script at the rate, from where it is up to this second. */
    private void feed(World world, int second) {
        Pace pace = new Pace(RATE);
        int first = world.ledger().records();
        for (int i = first; i < RATE * second; i++) {
            world.feeder().send(script.line(i));
            pace.await(i + 1 - first);
        }
        world.feeder().flush();
    }

    /** Reads a few, with more of the same fetch at hand, and no more. */
    private static int beginAndStop(OutputReader still) {
        AtomicInteger read = new AtomicInteger();
        await().atMost(PATIENCE).until(() -> read.addAndGet(still.poll()) > 0);
        return read.get();
    }

    private long lastThird() {
        return Collections.max(lags.subList(2 * lags.size() / 3, lags.size()));
    }

    private static void assertEven(Balance balance) {
        assertThat(balance.isEven()).as("%s", balance).isTrue();
    }
}
