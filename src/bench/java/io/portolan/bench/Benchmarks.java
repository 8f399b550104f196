package io.portolan.bench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the steps of a flow and the parsers of all formats, and writes it to {@code docs/performance.md}. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Takes the part that is to be measured: {@code steps}, {@code parsers}, or {@code all}. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        String part = arguments[0];
        if (!part.equals("parsers")) {
            PerformanceDocument.writeSteps(steps());
        }
        if (!part.equals("steps")) {
            PerformanceDocument.writeParsers(ParserBenchmarks.run());
        }
    }

    private static Map<String, Measured> steps() throws RunnerException {
        Map<String, Measured> steps = new TreeMap<>();
        for (RunResult result : Measured.run(StepBenchmark.class, options -> options)) {
            steps.put(result.getPrimaryResult().getLabel(), Measured.of(result));
        }
        return steps;
    }
}
