package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.job.JobProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A steady rate for long, with a heap of 300 MiB, then ten times as much, and how long it takes to be done with that. */
@WholeOnly
@Timeout(3 * 3_600)
class SoakTest {
    private static final int BURST = 10;
    private static final int SAMPLE_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final FlowScript script = new FlowScript(6_000_000);
    private final List<Sample> samples = new ArrayList<>();
    private int written;

    /** What the process of the job has at a moment. */
    private record Sample(long memoryKb, long threads, long handles, long lag) {}

    @Test
    void memoryThreadsHandlesAndLagStayWhereTheyAre() throws Exception {
        int rate = Size.SOAK_RATE.value();
        int seconds = Size.SOAK_SECONDS.value();
        try (Nodes nodes = Nodes.one(folder.resolve("broker"), folder);
                World world = World.on(nodes, folder, "zeek-conn");
                Admin admin = Admin.create(world.cluster().config().kafkaClient());
                JobProcess job = world.job("job", Map.of())) {
            await().atMost(PATIENCE).until(() -> job.text().contains("portolan: running"));
            feed(world, admin, job, rate, seconds);
            int burst = Math.max(seconds / 60, SAMPLE_SECONDS);
            feed(world, null, job, BURST * rate, burst);
            long end = System.nanoTime();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> Lag.of(admin, "portolan") < rate);
            long recovery = Duration.ofNanos(System.nanoTime() - end).toSeconds();
            Balance balance = world.settle(PATIENCE);

            assertFlat(rate);
            assertThat(job.stop()).isZero();
            Scenario.SOAK.passed(balance, figures(rate, seconds, burst, recovery));
        }
    }

    private void feed(World world, @Nullable Admin admin, JobProcess job, int rate, int seconds) throws Exception {
        long begin = System.nanoTime();
        long last = 0;
        for (long sent = 0; sent < (long) rate * seconds; sent += rate / 10) {
            world.feeder().feed(script, written, written + rate / 10);
            written += rate / 10;
            world.output().read(Duration.ofMillis(10));
            long due = begin + TimeUnit.SECONDS.toNanos(sent) / rate;
            LockSupport.parkNanos(due - System.nanoTime());
            long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
            if (admin != null && second >= last + SAMPLE_SECONDS) {
                last = second;
                long pid = job.process().pid();
                samples.add(new Sample(
                        Procfs.memoryKb(pid), Procfs.threads(pid), Procfs.handles(pid), Lag.of(admin, "portolan")));
            }
        }
    }

    /** The last third beside the middle one; in the first the job warms up. */
    private void assertFlat(int rate) {
        assertThat(mean(2, Sample::memoryKb)).as("KiB").isLessThan(mean(1, Sample::memoryKb) * 1.15);
        assertThat(mean(2, Sample::threads)).as("threads").isLessThan(mean(1, Sample::threads) + 3);
        assertThat(mean(2, Sample::handles)).as("handles").isLessThan(mean(1, Sample::handles) + 20);
        assertThat(mean(2, Sample::lag)).as("records of lag").isLessThan(3.0 * rate);
    }

    private double mean(int third, ToLongFunction<Sample> of) {
        int length = samples.size() / 3;
        return samples.subList(third * length, (third + 1) * length).stream()
                .mapToLong(of)
                .average()
                .orElseThrow();
    }

    private Map<String, ?> figures(int rate, int seconds, int burst, long recovery) {
        return Map.of(
                "records a second", rate,
                "seconds", seconds,
                "MiB in the middle third", Math.round(mean(1, Sample::memoryKb) / 1024),
                "MiB in the last third", Math.round(mean(2, Sample::memoryKb) / 1024),
                "threads in the last third", Math.round(mean(2, Sample::threads)),
                "handles in the last third", Math.round(mean(2, Sample::handles)),
                "records of lag in the last third", Math.round(mean(2, Sample::lag)),
                "seconds at ten times the rate", burst,
                "seconds until that was done", recovery);
    }
}
