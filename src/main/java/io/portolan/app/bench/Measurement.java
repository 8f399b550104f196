package io.portolan.app.bench;

import io.portolan.app.bench.contender.Contender;
import io.portolan.app.bench.contender.ContenderProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/** Runs one contender through all flows, and says what that took. */
final class Measurement {
    /** Shares of the flows at which the contender is asked what it has cost, beside its first flow and its last. */
    private static final double EARLY = 0.1;

    private static final double HALF = 0.5;
    private static final String NOTE = "note";
    private static final int PROFILED = 0;
    private static final int FIRST = 1;

    private static final long BETWEEN_LOOKS_MS = 20;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final BenchCluster cluster;
    private final BenchFolder folder;
    private final long flows;
    private final int instances;
    private final Children children;

    Measurement(BenchCluster cluster, BenchFolder folder, Children children, int instances, long flows) {
        this.cluster = cluster;
        this.folder = folder;
        this.flows = flows;
        this.instances = instances;
        this.children = children;
    }

    /**
     * One run, from empty topics of its output, which are gone afterwards.
     *
     * @throws CancellationException if the comparison was stopped
     */
    BenchRun of(Contender contender, int round) throws IOException {
        return run(contender, round, NOTE);
    }

    /**
     * One more run, with a recording of where the threads of its first instance are in the later half of the flows.
     *
     * @throws CancellationException if the comparison was stopped
     */
    void profile(Contender contender, Profiles profiles) throws IOException {
        BenchRun run = run(contender, PROFILED, ContenderProcess.RECORD);
        profiles.add(run, Profile.of(recorded(id(contender, PROFILED), FIRST)));
    }

    private BenchRun run(Contender contender, int round, String atHalf) throws IOException {
        String id = id(contender, round);
        cluster.createTopics();
        try (Instances running = start(contender, id);
                OutputCount output = new OutputCount(cluster.config())) {
            List<Mark> marks = watch(running, output, atHalf);
            BenchRun run = BenchRun.of(contender, round, marks, running.end());
            cluster.deleteOutput();
            return run;
        } finally {
            folder.delete("state-" + id);
        }
    }

    private Instances start(Contender contender, String id) throws IOException {
        List<Child> started = new ArrayList<>();
        for (int instance = FIRST; instance <= instances; instance++) {
            String name = id + "-" + instance;
            Path state = folder.path("state-" + id).resolve(name);
            List<String> arguments = new ArrayList<>(
                    List.of(contender.text(), recorded(id, instance).toString()));
            cluster.keys(contender, id, state).forEach((key, value) -> arguments.add(key + "=" + value));
            started.add(children.start(ContenderProcess.class, arguments, folder.path(name + ".log")));
        }
        return new Instances(started);
    }

    private static String id(Contender contender, int round) {
        return "bench-" + contender.text() + "-" + round;
    }

    /** A file for each: two that write one would leave neither. */
    private Path recorded(String id, int instance) {
        return folder.path(id + "-" + instance + ".jfr");
    }

    /** Notes the count and the time at each of the shares, and has the contender note its cost. */
    private List<Mark> watch(Instances running, OutputCount output, String atHalf) {
        List<Mark> marks = new ArrayList<>(List.of(mark(running, NOTE, 0)));
        marks.add(mark(running, NOTE, await(running, output, 1)));
        marks.add(mark(running, NOTE, await(running, output, Math.round(EARLY * flows))));
        marks.add(mark(running, atHalf, await(running, output, Math.round(HALF * flows))));
        marks.add(mark(running, NOTE, await(running, output, flows)));
        return marks;
    }

    private static Mark mark(Instances running, String order, long records) {
        running.say(order);
        return new Mark(System.nanoTime(), records);
    }

    private long await(Instances running, OutputCount output, long wanted) {
        long seen = output.now();
        long moved = System.nanoTime();
        while (seen < wanted) {
            pause();
            children.check();
            running.check();
            long now = output.now();
            moved = now > seen ? System.nanoTime() : moved;
            seen = now;
            if (System.nanoTime() - moved > PATIENCE_NANOS) {
                throw running.failure("a contender stands still at %,d of %,d flows".formatted(seen, flows));
            }
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
