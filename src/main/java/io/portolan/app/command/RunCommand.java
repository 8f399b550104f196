package io.portolan.app.command;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.job.Job;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portolan run}: the job on the user's cluster, until it is told to stop. */
@Command(name = "run", description = "Run the job on a Kafka cluster until it is stopped (Ctrl-C, SIGTERM).")
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PortolanConfig config = cluster.config();
        Job job = Job.start(config);
        StopSignal signal = StopSignal.listen(job::close);
        try (job) {
            return run(job);
        } finally {
            signal.ended();
        }
    }

    private int run(Job job) throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (job.awaitRunning()) {
            err.println("portolan: running");
        }
        Optional<Throwable> fault = job.awaitEnd();
        fault.ifPresent(cause -> err.println("portolan: the job ended: " + Failures.message(cause)));
        err.println(
                "portolan: stopped; dead letters: %,d".formatted(job.counters().deadLetters()));
        return fault.isPresent() ? 1 : 0;
    }
}
