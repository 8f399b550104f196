package io.portolan.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the steps of a flow, how they grow, and the parsers of all formats, and writes it to {@code docs/performance.md}. */
public final class Benchmarks {
    private static final Set<String> PARTS = Set.of("steps", "growth", "parsers");
    private static final String ALL = "all";

    private Benchmarks() {}

    /** Takes the part that is to be measured: {@code steps}, {@code growth}, {@code parsers}, or {@code all}. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Set<String> wanted = arguments[0].equals(ALL) ? PARTS : Set.of(arguments[0]);
        if (!PARTS.containsAll(wanted)) {
            throw new IllegalArgumentException("-Dbench.part is one of " + PARTS + " or all, not " + arguments[0]);
        }
        if (wanted.contains("steps")) {
            PerformanceDocument.writeSteps(steps());
        }
        if (wanted.contains("growth")) {
            PerformanceDocument.writeGrowth(growth());
        }
        if (wanted.contains("parsers")) {
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

    private static List<Growth> growth() throws RunnerException {
        List<Growth> growth = new ArrayList<>();
        for (RunResult result : Measured.run(GrowthBenchmark.class, options -> options)) {
            growth.add(new Growth(
                    Integer.parseInt(result.getParams().getParam("entries")),
                    Integer.parseInt(result.getParams().getParam("rules")),
                    Measured.of(result)));
        }
        return growth;
    }
}
