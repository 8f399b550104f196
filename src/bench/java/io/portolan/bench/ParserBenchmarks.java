package io.portolan.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the parsers of all formats. */
final class ParserBenchmarks {
    private ParserBenchmarks() {}

    /** About eight seconds a log. */
    static List<Speed> run() throws IOException, RunnerException {
        List<SampleLog> logs = SampleLog.all();
        Collection<RunResult> results = Measured.run(
                ParserBenchmark.class,
                options ->
                        options.param("log", logs.stream().map(SampleLog::key).toArray(String[]::new)));
        List<Speed> speeds = new ArrayList<>();
        for (SampleLog log : logs) {
            results.stream()
                    .filter(result -> result.getParams().getParam("log").equals(log.key()))
                    .map(result -> speed(log, result))
                    .forEach(speeds::add);
        }
        return speeds;
    }

    private static Speed speed(SampleLog log, RunResult result) {
        Measured measured = Measured.of(result);
        return new Speed(
                log,
                TimeUnit.SECONDS.toNanos(1) / measured.nanos() * log.flowsPerRecord(),
                measured.allocated() / log.flowsPerRecord());
    }
}
