package io.portolan.app.bench;

import io.portolan.app.bench.contender.Contender;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What the runs of one contender came to: the median of each figure.
 *
 * @param contender which
 * @param startSeconds until its first record can be read
 * @param recordsPerSecond written
 * @param cpuMicros a record
 * @param warmMicros a record, without the time of Java's compilers
 * @param allocatedBytes a record
 */
public record Score(
        Contender contender,
        double startSeconds,
        double recordsPerSecond,
        double cpuMicros,
        double warmMicros,
        double allocatedBytes) {
    /** Those of all contenders that have run, in the order of the contenders. */
    public static List<Score> of(List<BenchRun> runs) {
        return Arrays.stream(Contender.values())
                .flatMap(contender -> of(contender, runs))
                .toList();
    }

    /** That of a contender, if it has run. */
    public static Optional<Score> of(List<BenchRun> runs, Contender contender) {
        return of(contender, runs).findFirst();
    }

    private static Stream<Score> of(Contender contender, List<BenchRun> all) {
        List<BenchRun> runs = all.stream()
                .filter(run -> run.contender().equals(contender.text()))
                .toList();
        return runs.isEmpty()
                ? Stream.empty()
                : Stream.of(new Score(
                        contender,
                        median(runs, BenchRun::startSeconds),
                        median(runs, BenchRun::recordsPerSecond),
                        median(runs, BenchRun::cpuMicros),
                        median(runs, BenchRun::warmMicros),
                        median(runs, BenchRun::allocatedBytes)));
    }

    /** Records a second as a multiple of another's. */
    public double rateTo(Score other) {
        return recordsPerSecond / other.recordsPerSecond;
    }

    /** Processor time a record as a multiple of another's. */
    public double cpuTo(Score other) {
        return cpuMicros / other.cpuMicros;
    }

    /** Likewise, without the time of Java's compilers. */
    public double warmTo(Score other) {
        return warmMicros / other.warmMicros;
    }

    private static double median(List<BenchRun> runs, ToDoubleFunction<BenchRun> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
