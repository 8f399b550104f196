package io.portolan.bench;

import java.util.Collection;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a benchmark came to.
 *
 * @param nanos of the processor, a record
 * @param allocated bytes a record
 */
record Measured(double nanos, double allocated) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static Measured of(RunResult result) {
        return new Measured(
                sum(result, "nanos") / sum(result, "records"),
                result.getSecondaryResults().get(ALLOCATED).getScore());
    }

    static Collection<RunResult> run(Class<?> benchmark, UnaryOperator<ChainedOptionsBuilder> more)
            throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        return new Runner(more.apply(options).build()).run();
    }

    /** Of a counter of {@link Work}, over all iterations. */
    private static double sum(RunResult result, String counter) {
        return result.getSecondaryResults().get(counter).getScore();
    }
}
