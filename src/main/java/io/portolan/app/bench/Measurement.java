package io.portolan.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.app.bench.contender.Contender;
import io.portolan.app.bench.contender.ContenderProcess;
import io.portolan.app.bench.contender.ContenderProcess.Report;
import java.io.IOException;
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
    private static final String RECORDED = "recorded.jfr";
    private static final int PROFILED = 0;

    private static final long BETWEEN_LOOKS_MS = 20;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final BenchCluster cluster;
    private final BenchFolder folder;
    private final long flows;
    private final Children children;

    Measurement(BenchCluster cluster, BenchFolder folder, Children children, long flows) {
        this.cluster = cluster;
        this.folder = folder;
        this.flows = flows;
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
     * One more run, with a recording of where its threads are in the later half of the flows.
     *
     * @throws CancellationException if the comparison was stopped
     */
    Profile profile(Contender contender) throws IOException {
        run(contender, PROFILED, ContenderProcess.RECORD);
        return Profile.of(folder.path(RECORDED));
    }

    private BenchRun run(Contender contender, int round, String atHalf) throws IOException {
        String id = "bench-" + contender.text() + "-" + round;
        String recorded = folder.path(RECORDED).toString();
        List<String> arguments = new ArrayList<>(List.of(contender.text(), recorded));
        cluster.keys(contender, id).forEach((key, value) -> arguments.add(key + "=" + value));
        cluster.createTopics();
        try (Child child = children.start(ContenderProcess.class, arguments, folder.path(id + ".log"));
                OutputCount output = new OutputCount(cluster.config())) {
            List<Mark> marks = watch(child, output, atHalf);
            BenchRun run =
                    BenchRun.of(contender, round, marks, report(child.end()).notes());
            cluster.deleteOutput();
            return run;
        } finally {
            folder.delete("state-" + id);
        }
    }

    /** Notes the count and the time at each of the shares, and has the contender note its cost. */
    private List<Mark> watch(Child child, OutputCount output, String atHalf) {
        List<Mark> marks = new ArrayList<>(List.of(mark(child, NOTE, 0)));
        marks.add(mark(child, NOTE, await(child, output, 1)));
        marks.add(mark(child, NOTE, await(child, output, Math.round(EARLY * flows))));
        marks.add(mark(child, atHalf, await(child, output, Math.round(HALF * flows))));
        marks.add(mark(child, NOTE, await(child, output, flows)));
        return marks;
    }

    private static Mark mark(Child child, String order, long records) {
        child.say(order);
        return new Mark(System.nanoTime(), records);
    }

    private long await(Child child, OutputCount output, long wanted) {
        long seen = output.now();
        long moved = System.nanoTime();
        while (seen < wanted) {
            pause();
            children.check();
            child.check();
            long now = output.now();
            moved = now > seen ? System.nanoTime() : moved;
            seen = now;
            if (System.nanoTime() - moved > PATIENCE_NANOS) {
                throw child.failure("a contender stands still at %,d of %,d flows".formatted(seen, flows));
            }
        }
        return seen;
    }

    private static Report report(String line) throws JsonProcessingException {
        return new ObjectMapper().readValue(line, Report.class);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
