package io.portolan.chaos;

import io.portolan.app.job.JobProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;

/** What the process of a job has, moment by moment. */
final class Samples {
    private final JobProcess job;
    private final Scrape scrape;
    private final Admin admin;
    private final List<Sample> all = new ArrayList<>();

    /**
     * A moment.
     *
     * @param memoryKb of the whole process
     * @param heapMb that is used, garbage with it
     * @param handles files and sockets that are open
     * @param lag records that are not done yet
     */
    record Sample(long memoryKb, long heapMb, long threads, long handles, long lag) {}

    Samples(JobProcess job, Scrape scrape, Admin admin) {
        this.job = job;
        this.scrape = scrape;
        this.admin = admin;
    }

    /** Takes one. */
    Sample take() throws Exception {
        long pid = job.process().pid();
        Sample sample = new Sample(
                Procfs.memoryKb(pid),
                scrape.heapMb(),
                Procfs.threads(pid),
                Procfs.handles(pid),
                Lag.of(admin, "portolan"));
        all.add(sample);
        return sample;
    }

    /** The mean of those of a third of the time, from 0. */
    double mean(int third, ToLongFunction<Sample> of) {
        return third(third, of).average().orElseThrow();
    }

    /** The least of those of a third of the time; that of the heap is what is left when the garbage is gone. */
    long least(int third, ToLongFunction<Sample> of) {
        return third(third, of).min().orElseThrow();
    }

    /** The most there ever was. */
    long most(ToLongFunction<Sample> of) {
        return all.stream().mapToLong(of).max().orElseThrow();
    }

    private LongStream third(int third, ToLongFunction<Sample> of) {
        int length = all.size() / 3;
        return all.subList(third * length, (third + 1) * length).stream().mapToLong(of);
    }
}
