package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.broker.FreePorts;
import io.portolan.app.job.JobProcess;
import io.portolan.chaos.Samples.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A steady rate for long, with a heap of 300 MiB, then ten times as much, and how long it takes to be done with that. */
@WholeOnly
@Timeout(3 * 3_600)
class SoakTest {
    private static final int BURST = 10;
    private static final int SHORTEST_BURST = 5;
    private static final int SAMPLE_MS = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration RECOVERY = Duration.ofMinutes(20);

    /** All of it touched at the start, so that what the process takes beside it can be seen to grow, or not to. */
    private static final List<String> FIXED_HEAP =
            List.of("-Xms300m", "-Xmx300m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");

    private final int rate = Size.SOAK_RATE.value();
    private final int seconds = Size.SOAK_SECONDS.value();
    private final int burst = Math.max(seconds / 60, SHORTEST_BURST);
    // Its forty minutes last forty minutes at the steady rate, and the log goes on after them.
    private final FlowScript script = new FlowScript(40 * 60 * rate);
    private final Map<String, Object> figures = new HashMap<>();

    @TempDir
    private Path folder;

    private int written;

    @Test
    void memoryThreadsHandlesAndLagStayWhereTheyAre() throws Exception {
        Scrape scrape = new Scrape(FreePorts.one());
        try (Nodes nodes = Nodes.one(folder.resolve("broker"), folder);
                World world = World.on(nodes, folder, "zeek-conn");
                Admin admin = Admin.create(world.cluster().config().kafkaClient());
                JobProcess job = world.job("job", scrape.keys(), FIXED_HEAP)) {
            await().atMost(PATIENCE).until(() -> job.text().contains("portolan: running"));
            Samples samples = new Samples(job, scrape, admin);
            Repeated reading = Repeated.each(0, () -> world.output().read(Duration.ofMillis(200)));
            Repeated sampling = Repeated.each(SAMPLE_MS, samples::take);
            figures.put("records a second, reached", feed(world, rate, seconds));
            sampling.close();
            figures.put("records a second at ten times the rate, reached", feed(world, BURST * rate, burst));
            figures.put("seconds until that was done", recovery(admin));
            reading.close();
            Balance balance = world.settle(PATIENCE);

            describe(samples);
            System.out.println("soak " + figures);
            assertFlat(samples);
            assertThat(job.stop()).isZero();
            Scenario.SOAK.passed(balance, figures);
        }
    }

    /** Writes at a rate; returns that which came of it. */
    private long feed(World world, int perSecond, int length) {
        Pace pace = new Pace(perSecond);
        int many = perSecond * length;
        for (int i = 1; i <= many; i++) {
            world.feeder().send(script.line(written++));
            pace.await(i);
        }
        world.feeder().flush();
        return pace.reached(many);
    }

    private long recovery(Admin admin) throws Exception {
        long end = System.nanoTime();
        figures.put("records of lag after it", Lag.of(admin, "portolan"));
        await().atMost(RECOVERY).pollInterval(Duration.ofMillis(200)).until(() -> Lag.of(admin, "portolan") < rate);
        return Duration.ofNanos(System.nanoTime() - end).toSeconds();
    }

    /** The last third beside the middle one; in the first the job warms up. */
    private void assertFlat(Samples samples) {
        assertThat(samples.mean(2, Sample::memoryKb)).as("KiB").isLessThan(samples.mean(1, Sample::memoryKb) * 1.15);
        assertThat(samples.mean(2, Sample::heapMb)).as("MiB of heap").isLessThan(samples.mean(1, Sample::heapMb) + 40);
        assertThat(samples.mean(2, Sample::threads)).as("threads").isLessThan(samples.mean(1, Sample::threads) + 3);
        assertThat(samples.mean(2, Sample::handles)).as("handles").isLessThan(samples.mean(1, Sample::handles) + 20);
        assertThat(samples.mean(2, Sample::lag)).as("records of lag").isLessThan(3.0 * rate);
    }

    private void describe(Samples samples) {
        figures.put("records a second", rate);
        figures.put("seconds", seconds);
        figures.put("MiB in the middle third", Math.round(samples.mean(1, Sample::memoryKb) / 1024));
        figures.put("MiB in the last third", Math.round(samples.mean(2, Sample::memoryKb) / 1024));
        figures.put("MiB of heap in the middle third", Math.round(samples.mean(1, Sample::heapMb)));
        figures.put("MiB of heap in the last third", Math.round(samples.mean(2, Sample::heapMb)));
        figures.put("least MiB of heap in the middle third", samples.least(1, Sample::heapMb));
        figures.put("least MiB of heap in the last third", samples.least(2, Sample::heapMb));
        figures.put("threads in the last third", Math.round(samples.mean(2, Sample::threads)));
        figures.put("handles in the last third", Math.round(samples.mean(2, Sample::handles)));
        figures.put("records of lag in the middle third", Math.round(samples.mean(1, Sample::lag)));
        figures.put("records of lag in the last third", Math.round(samples.mean(2, Sample::lag)));
        figures.put("records of lag at most", samples.most(Sample::lag));
        figures.put("seconds at ten times the rate", burst);
    }
}
