package io.portolan.app.bench.contender;

import io.portolan.app.job.Job;

/** The job, started as {@code portolan run} starts it. */
record RunningJob(Job job) implements Running {
    static RunningJob start(Setup setup) {
        Job job = Job.start(setup.config());
        Thread watch = new Thread(() -> watch(job, setup), "bench-watch");
        watch.setDaemon(true);
        watch.start();
        return new RunningJob(job);
    }

    private static void watch(Job job, Setup setup) {
        try {
            job.awaitEnd().ifPresent(setup.failed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        job.close();
    }
}
