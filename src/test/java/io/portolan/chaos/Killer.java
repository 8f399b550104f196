package io.portolan.chaos;

import io.portolan.app.job.JobProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Kills one instance after the other at moments that only its seed knows, and starts each anew. */
final class Killer implements AutoCloseable {
    private static final long SHORTEST_LIFE_MS = 300;
    private static final long LONGEST_LIFE_MS = 14_000;
    private static final int RECORDS_A_SECOND = 1_000;
    private static final int KILLS_A_LOAD = 4;

    private final World world;
    private final SplittableRandom random;
    private final List<JobProcess> jobs = new ArrayList<>();
    private int starts;
    private int killedBeforeRunning;
    private int registryLoads;

    Killer(World world, int instances, long seed) {
        this.world = world;
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < instances; i++) {
            jobs.add(null);
        }
    }

    /** Kills so often while the script is written; what is left of it is written then. */
    void killWhileFeeding(FlowScript script, int kills) throws Exception {
        // A backlog first: half of it is there before anybody reads.
        world.feeder().feed(script, 0, script.records() / 2);
        startAll();
        CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feedSlowly(script));
        for (int i = 0; i < kills; i++) {
            boolean loads = i % KILLS_A_LOAD == 1;
            CompletableFuture<Void> loading =
                    loads ? CompletableFuture.runAsync(this::loadRegistry) : CompletableFuture.completedFuture(null);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(SHORTEST_LIFE_MS, LONGEST_LIFE_MS)));
            killOne();
            startAll();
            loading.get(1, TimeUnit.MINUTES);
        }
        feeding.get(10, TimeUnit.MINUTES);
    }

    /** Starts the instances that do not run. */
    void startAll() throws Exception {
        for (int i = 0; i < jobs.size(); i++) {
            if (jobs.get(i) == null) {
                // A log of its own tells how far this one came; the state on disk is that of the one before.
                jobs.set(i, world.job("instance-" + i, "start-" + starts++));
            }
        }
    }

    int killedBeforeRunning() {
        return killedBeforeRunning;
    }

    int registryLoads() {
        return registryLoads;
    }

    private void killOne() throws Exception {
        int chosen = random.nextInt(jobs.size());
        JobProcess job = jobs.get(chosen);
        job.kill();
        killedBeforeRunning += job.text().contains("portolan: running") ? 0 : 1;
        jobs.set(chosen, null);
    }

    private void feedSlowly(FlowScript script) {
        int step = RECORDS_A_SECOND / 10;
        for (int from = script.records() / 2; from < script.records(); from += step) {
            world.feeder().feed(script, from, Math.min(from + step, script.records()));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** The entries of ports that the script has stay as they are, and so do labels, sums and alerts. */
    private void loadRegistry() {
        try {
            world.loadRegistry("harbour-" + registryLoads++ + ",20000-24999,tcp,Harbour,2024-01-01");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        jobs.stream().filter(job -> job != null).forEach(JobProcess::close);
    }
}
