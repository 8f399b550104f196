package io.portolan.app.bench;

import io.portolan.app.bench.contender.Contender;
import io.portolan.app.bench.contender.Entrant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** The comparison: flows are written once, and every entrant reads its share of them once a round. */
public final class Bench implements AutoCloseable {
    private static final List<Contender> PROFILED = List.of(Contender.PASS_THROUGH, Contender.PORTOLAN);

    private final BenchOptions options;
    private final Consumer<String> told;
    private final Children children = new Children();
    private final BenchFolder folder;
    private final Profiles profiles = new Profiles();

    /**
     * @param told takes lines about how far it is
     * @throws IOException if there can be no temporary folder
     */
    public Bench(BenchOptions options, Consumer<String> told) throws IOException {
        this.options = options;
        this.told = told;
        this.folder = BenchFolder.create();
    }

    /**
     * Runs it, once.
     *
     * @throws CancellationException if it was stopped
     * @throws IllegalStateException if a process ends by itself or stands still; with what it said
     */
    public BenchReport run() throws IOException {
        try (BenchCluster cluster = BenchCluster.start(folder, children, options.conditions())) {
            Conditions conditions = options.conditions();
            int ports = cluster.prepare();
            told.accept("port registry: %,d entries".formatted(ports));
            double size = new FlowLoad(cluster.config())
                    .write(
                            new FlowMix(options.seed(), conditions.watched(), conditions.attributes()),
                            options.flows(),
                            children);
            told.accept("flow logs: %,d of %.0f bytes in the mean".formatted(options.flows(), size));
            Measurement measurement =
                    new Measurement(new Launch(cluster, folder, children), conditions, options.flows());
            cluster.deleteOutput();
            List<BenchRun> runs = measure(measurement);
            if (options.profiled()) {
                profile(measurement);
            }
            return BenchReport.of(options, cluster.config(), ports, size, runs);
        } catch (RuntimeException e) {
            // What fails after that fails for that.
            children.check();
            throw e;
        }
    }

    /** What the threads of the pass-through and of the job are at; empty before the end, and unless it was wanted. */
    public Profiles profiles() {
        return profiles;
    }

    /** Ends it at once, from another thread, and leaves nothing. */
    public void stop() {
        children.stop();
        folder.close();
    }

    @Override
    public void close() {
        folder.close();
    }

    private List<BenchRun> measure(Measurement measurement) throws IOException {
        List<BenchRun> runs = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            for (Entrant entrant : order(round)) {
                BenchRun run = measurement.of(entrant, round);
                told.accept(line(run));
                runs.add(run);
            }
        }
        return runs;
    }

    private void profile(Measurement measurement) throws IOException {
        for (Contender contender : PROFILED) {
            told.accept("one more run of %s, to record where its threads are".formatted(contender.text()));
            measurement.profile(contender, profiles);
        }
    }

    /** Each round begins with another, so that none always comes after the same one. */
    private List<Entrant> order(int round) {
        List<Entrant> order = new ArrayList<>(options.entrants());
        Collections.rotate(order, 1 - round);
        return order;
    }

    private String line(BenchRun run) {
        return String.format(
                Locale.ROOT,
                "round %d of %d: %s %,.0f records/s, %.2f µs CPU a record",
                run.round(),
                options.rounds(),
                run.contender(),
                run.recordsPerSecond(),
                run.cpuMicros());
    }
}
