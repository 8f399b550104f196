package io.portolan.app.bench;

import io.portolan.app.bench.contender.Contender;
import io.portolan.app.bench.contender.ContenderProcess;
import io.portolan.app.bench.contender.Entrant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/** Runs one entrant through its share of the flows, and says what that took. */
final class Measurement {
    private static final double HALF = 0.5;
    private static final String NOTE = "note";
    private static final int PROFILED = 0;

    private static final long BETWEEN_LOOKS_MS = 20;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final Launch launch;
    private final Conditions conditions;
    private final long flows;

    Measurement(Launch launch, Conditions conditions, long flows) {
        this.launch = launch;
        this.conditions = conditions;
        this.flows = flows;
    }

    /**
     * One run, from empty topics of its output, which are gone afterwards.
     *
     * @throws CancellationException if the comparison was stopped
     */
    BenchRun of(Entrant entrant, int round) throws IOException {
        return run(entrant, round, false);
    }

    /**
     * One more run, with a recording of where the threads of its first instance are in the later half of the flows.
     *
     * @throws CancellationException if the comparison was stopped
     */
    void profile(Contender contender, Profiles profiles) throws IOException {
        BenchRun run = run(contender, PROFILED, true);
        profiles.add(run, Profile.of(launch.recorded(id(contender, PROFILED))));
    }

    private BenchRun run(Entrant entrant, int round, boolean recorded) throws IOException {
        String id = id(entrant, round);
        BenchCluster cluster = launch.cluster();
        cluster.createTopics();
        try (OutputCount output = new OutputCount(cluster.config())) {
            long written = conditions.restarted() ? half(entrant, id, output) : 0;
            BenchRun run;
            try (Instances running = launch.start(entrant, id, conditions.instances())) {
                List<Mark> marks = watch(running, output, written, flows(entrant), recorded);
                run = BenchRun.of(entrant, round, marks, running.end());
            }
            cluster.deleteOutput();
            return run;
        } finally {
            launch.deleteState(id);
        }
    }

    /** Runs it through half of its flows, until it has ended in order and what it had on disk is gone; returns what was written. */
    private long half(Entrant entrant, String id, OutputCount output) throws IOException {
        try (Instances running = launch.start(entrant, id, conditions.instances())) {
            await(running, output, Math.round(HALF * flows(entrant)));
        }
        launch.deleteState(id);
        long written = output.now();
        if (written >= flows(entrant)) {
            throw new IllegalStateException(
                    "%s has written all flows before it was to be started anew; take more of them"
                            .formatted(entrant.text()));
        }
        return written;
    }

    private long flows(Entrant entrant) {
        return Math.round(flows * entrant.share());
    }

    private static String id(Entrant entrant, int round) {
        return "bench-" + entrant.text() + "-" + round;
    }

    /** Notes the count, the time and the cost at the start, the first flow, the half of what is left, and its end. */
    private List<Mark> watch(Instances running, OutputCount output, long written, long wanted, boolean recorded) {
        long left = wanted - written;
        List<Mark> marks = new ArrayList<>(List.of(mark(running, recorded ? ContenderProcess.PREPARE : NOTE, written)));
        marks.add(mark(running, NOTE, await(running, output, written + 1)));
        long half = await(running, output, written + Math.round(HALF * left));
        marks.add(mark(running, recorded ? ContenderProcess.RECORD : NOTE, half));
        marks.add(mark(running, NOTE, await(running, output, wanted)));
        return marks;
    }

    private static Mark mark(Instances running, String order, long records) {
        running.note(order);
        return new Mark(System.nanoTime(), records);
    }

    private long await(Instances running, OutputCount output, long wanted) {
        long seen = output.now();
        long moved = System.nanoTime();
        while (seen < wanted) {
            pause();
            launch.children().check();
            running.check();
            long now = output.now();
            moved = now > seen ? System.nanoTime() : moved;
            seen = now;
            if (System.nanoTime() - moved > PATIENCE_NANOS) {
                throw running.failure("a contender stands still at %,d of %,d flows".formatted(seen, wanted));
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
