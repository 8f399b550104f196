package io.portolan.app.command;

import io.portolan.app.config.ConfigSource;
import io.portolan.app.config.HttpSettings;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.http.HttpService;
import io.portolan.app.job.Job;
import io.portolan.app.logging.LogSettings;
import io.portolan.app.logging.ProcessLog;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portolan run}: the job on the user's cluster, until it is told to stop. */
@Command(
        name = "run",
        description = {
            "Run the job on a Kafka cluster until it is stopped (Ctrl-C, SIGTERM), which takes ten seconds at most.",
            "Exit code 0 if it stopped in order, 1 if a fault ended it or it did not stop in time, 2 if the command line is"
                    + " wrong."
        })
public final class RunCommand implements Callable<Integer> {
    /** For the last lines, after the job has had its time to close. */
    private static final int LAST_SECONDS = 1;

    @Mixin
    private ClusterOptions cluster;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        logAsTheEnvironmentSays();
        Map<String, String> keys = cluster.keys();
        ProcessLog.apply(LogSettings.of(keys));
        return run(ClusterOptions.config(keys));
    }

    /** The log as far as the environment says what it is like, for faults before the configuration is read. */
    static void logAsTheEnvironmentSays() {
        ProcessLog.apply(LogSettings.of(ConfigSource.environment(System.getenv())));
    }

    /** The server comes before the job, so that whoever watches sees it start, and goes after it. */
    private int run(PortolanConfig config) throws InterruptedException {
        HttpSettings settings = config.http();
        if (!settings.enabled()) {
            return run(config, Optional.empty());
        }
        try (HttpService http = HttpService.start(settings, config.applicationId())) {
            new RunLines(spec.commandLine().getErr()).tell("listening on " + http.url());
            return run(config, Optional.of(http));
        }
    }

    private int run(PortolanConfig config, Optional<HttpService> http) throws InterruptedException {
        AtomicReference<Job> started = new AtomicReference<>();
        StopSignal signal = StopSignal.exit(
                self -> {
                    http.ifPresent(HttpService::stopping);
                    stop(started.get(), self);
                },
                LAST_SECONDS);
        try (Job job = Job.start(config, http.map(HttpService::address))) {
            started.set(job);
            http.ifPresent(server -> server.serve(config, job));
            return run(job);
        } finally {
            signal.ended();
        }
    }

    /** A job that has not started has read nothing and joined no group. */
    private static void stop(@Nullable Job job, StopSignal signal) {
        if (job == null) {
            signal.ended();
        } else {
            job.close();
        }
    }

    private int run(Job job) throws InterruptedException {
        RunLines lines = new RunLines(spec.commandLine().getErr());
        if (job.awaitRunning()) {
            lines.tell("running");
        }
        Optional<Throwable> fault = job.awaitEnd();
        fault.ifPresent(cause -> lines.fail("the job ended: " + Failures.message(cause), cause));
        lines.tell("stopped; dead letters: %,d".formatted(job.counters().deadLetters()));
        return fault.isPresent() ? 1 : 0;
    }
}
