package io.portolan.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures the parsers of all formats and writes what came out to {@code docs/performance.md}. */
public final class ParserBenchmarks {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private ParserBenchmarks() {}

    /** Takes no arguments; about eight seconds a log. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        List<SampleLog> logs = SampleLog.all();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ParserBenchmark.class.getName())
                        .param("log", logs.stream().map(SampleLog::key).toArray(String[]::new))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
        List<Speed> speeds = new ArrayList<>();
        for (SampleLog log : logs) {
            results.stream()
                    .filter(result -> result.getParams().getParam("log").equals(log.key()))
                    .map(result -> speed(log, result))
                    .forEach(speeds::add);
        }
        PerformanceDocument.write(speeds);
    }

    private static Speed speed(SampleLog log, RunResult result) {
        double seconds = sum(result, "nanos") / TimeUnit.SECONDS.toNanos(1);
        return new Speed(
                log,
                sum(result, "records") / seconds * log.flowsPerRecord(),
                result.getSecondaryResults().get(ALLOCATED).getScore() / log.flowsPerRecord());
    }

    /** Of a counter of {@link ParserBenchmark.Work}, over all iterations. */
    private static double sum(RunResult result, String counter) {
        return result.getSecondaryResults().get(counter).getScore();
    }
}
